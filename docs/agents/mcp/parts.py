from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    292,
    "MCP 的三方",
    "宿主应用里有模型和若干个客户端，每个客户端连一个服务器；服务器提供工具、资源和提示模板，背后是文件、数据库或别的接口。协议只管客户端和服务器之间。",
)
f.box(16, 40, 190, 236, "neutral", empty=True, dash=True)
f.text(111, 28, "宿主应用", anchor="middle", bold=True)
f.box(32, 58, 158, 46, "weight", "模型")
for number, behind in enumerate(("本机文件", "业务库", "别人的服务")):
    y = 122 + 50 * number
    f.box(60, y, 130, 36, "neutral", f"客户端 {number + 1}")
    f.box(262, y, 90, 36, "activation", "服务器", solid=False)
    f.arrow((190, y + 18), (262, y + 18), colour="accent", both=True)
    f.box(384, y, 88, 36, "data", behind, size=15)
    f.line((352, y + 18), (384, y + 18), colour="neutral")
    f.line((44, y + 18), (60, y + 18), colour="neutral")
f.line((44, 104), (44, 240), colour="neutral")
f.text(226, 104, "MCP", "accent", anchor="middle", bold=True)
f.text(262, 60, "服务器提供：工具、", "muted")
f.text(262, 84, "资源、提示模板", "muted")
f.save(__file__)
