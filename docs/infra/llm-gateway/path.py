from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    420,
    "请求走过网关的七关",
    "鉴权、校验、限流、缓存、路由、调用与重试、记账，自上而下；右边是每一关失败时怎么办：401、400、429、命中直接返回、降级、换一家。",
)
GATES = (
    ("鉴权与租户", "401、403", "neutral"),
    ("校验与审核", "400", "neutral"),
    ("限流：预扣 token 与并发", "429，Retry-After", "accent"),
    ("缓存", "命中就直接返回", "kv"),
    ("路由：选模型与部署", "没有可用的就降级", "neutral"),
    ("调用与重试：只在这一层", "熔断、换一家", "weight"),
    ("记账：按实际用量退补", "不能影响返回", "neutral"),
)
for number, (name, failed, colour) in enumerate(GATES):
    y = 16 + 58 * number
    f.box(16, y, 236, 40, colour, name)
    f.arrow((252, y + 20), (300, y + 20), colour="muted", dash=True)
    f.text(308, y + 26, failed, "muted")
    if number:
        f.arrow((134, y - 18), (134, y))
f.save(__file__)
