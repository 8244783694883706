from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    318,
    "预填充与解码分开",
    "请求先到路由，提示交给预填充的卡，算出的 KV 逐层经 RDMA 传给解码的卡，由它逐个生成并流式返回。两侧各自扩容：预填充看首字时间，解码看每字间隔。",
)
f.box(16, 20, 96, 44, "data", "请求")
f.box(176, 20, 128, 44, "neutral", "路由")
f.arrow((112, 42), (176, 42))
f.box(16, 116, 176, 104, "weight", "预填充的卡\n吃算力，批小\n管 TTFT", bold=False)
f.box(288, 116, 176, 104, "weight", "解码的卡\n吃带宽，批大\n管 TPOT")
f.arrow((208, 64), (104, 116))
f.arrow((192, 168), (288, 168), colour="kv", width=3)
f.text(240, 150, "KV", "kv", anchor="middle", bold=True)
f.text(240, 194, "逐层传", "kv", anchor="middle")
f.arrow((376, 116), (376, 42), (304, 42), colour="data")
f.text(384, 84, "流式返回", "data")
f.text(16, 256, "8192 长的提示，Llama 3 70B：KV 2.5 GiB，", "muted")
f.text(16, 280, "1 块 400 Gb/s 网卡 54 ms，8 块 6.7 ms，", "muted")
f.text(16, 304, "一边算下一层一边传，大半藏得住", "muted")
f.save(__file__)
