from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    416,
    "一个请求经过的各层",
    "用户的请求经过网关、路由、引擎、模型，流式返回；旁边一列是每层都要监控的指标。",
)
f.box(96, 12, 104, 34, "data", "用户")
layers = (
    (74, 58, "neutral", "网关\n鉴权、限流、排队、超时"),
    (156, 58, "neutral", "路由\n按前缀与负载选副本"),
    (238, 78, "kv", "引擎\n连续批处理：预填充＋解码\n分页 KV、前缀缓存"),
    (340, 58, "weight", "模型\n量化权重、TP/PP/EP"),
)
before = 46
for y, height, colour, text in layers:
    f.box(16, y, 264, height, colour, text)
    f.arrow((148, before), (148, y))
    before = y + height
f.arrow((280, 277), (316, 277), (316, 29), (200, 29), colour="data")
f.text(258, 20, "流式返回", "data", anchor="middle")
f.box(340, 64, 124, 334, "neutral", dash=True, empty=True)
f.text(402, 96, "监控", anchor="middle", bold=True)
for number, word in enumerate(("TTFT", "TPOT", "吞吐", "排队长度", "KV 占用", "抢占次数", "前缀命中", "成本")):
    f.text(402, 134 + 34 * number, word, anchor="middle")
f.save(__file__)
