from answerbook.drawing.canvas import Figure

REPLICAS, CARDS = 7, 4

f = Figure(
    480,
    356,
    "从网关到引擎",
    f"请求经网关限流、路由选副本、调度排队，到 {REPLICAS} 个副本之一的引擎；指标回到伸缩与路由。",
)
f.box(16, 16, 330, 42, "data", "网关：鉴权、按 token 限流、降级")
f.box(16, 82, 330, 42, "neutral", "路由：前缀亲和 ↔ 负载")
f.box(16, 148, 330, 42, "neutral", "调度：排队、优先级、早拒绝")
for y in (58, 124):
    f.arrow((181, y), (181, y + 24))
wide = 330 / REPLICAS
for number in range(REPLICAS):
    x = 16 + wide * number
    spare = number >= 4
    f.box(x + 2, 218, wide - 4, 54, "weight", f"{CARDS} 卡", size=15, solid=not spare, dash=spare)
    f.arrow((x + wide / 2, 190), (x + wide / 2, 218))
f.text(16, 294, "4 个扛峰值", "weight", bold=True, size=15)
f.text(346, 294, "3 个冗余与坏一个", "muted", anchor="end", size=15)
f.box(384, 82, 80, 190, "neutral", "观测\n首字\n每字\n排队\n命中\n拒绝", size=15)
f.arrow((346, 245), (384, 245), colour="neutral")
f.arrow((384, 103), (346, 103), colour="neutral")
f.text(16, 320, "引擎里：连续批处理、分页缓存、分块预填充", "ink")
f.text(16, 346, f"共 {REPLICAS} 个副本，{REPLICAS * CARDS} 张卡；伸缩看队列和 P99", "muted")
f.save(__file__)
