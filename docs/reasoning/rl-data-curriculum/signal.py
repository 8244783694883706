from answerbook.drawing.canvas import Axes, Figure

f = Figure(
    480,
    326,
    "哪些题有信号",
    "横轴是通过率，纵轴是一组全对或全错、白采的概率：8 条一组时，通过率 0.1 和 0.9 处是 43%，中间接近零；16 条一组两端窄一些。绿色的拱是奖励的方差，中间最大。",
)
a = Axes(f, (0, 1), (0, 1.05), left=62, top=40, right=24)
f.area(a.at(0.2, 0), a.at(0.2, 1), a.at(0.8, 1), a.at(0.8, 0), colour="activation")
a.draw(
    [(v, f"{v:g}") for v in (0, 0.2, 0.5, 0.8, 1)],
    [(v, f"{v:.0%}") for v in (0, 0.5, 1)],
    "通过率 p",
    "白采（全对或全错）的概率",
)
ps = [p / 100 for p in range(101)]
for size, colour, dash in ((8, "accent", False), (16, "weight", True)):
    a.curve([(p, p**size + (1 - p) ** size) for p in ps], colour, dash=dash, width=2.4)
a.curve([(p, p * (1 - p)) for p in ps], "activation", width=2.4)
f.text(*a.at(0.5, 0.62), "常留的一段", "activation", anchor="middle", bold=True)
f.text(*a.at(0.5, 0.32), "奖励的方差", "activation", anchor="middle")
f.text(*a.at(0.04, 0.93), "8 条一组", "accent", bold=True)
f.text(*a.at(0.96, 0.93), "16 条（虚线）", "weight", anchor="end", bold=True)
f.save(__file__)
