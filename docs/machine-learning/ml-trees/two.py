from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    330,
    "随机森林与 GBDT",
    "随机森林：三棵树并排，各看一份重采样的数据，结果平均。GBDT：三棵树依次，第二棵拟合第一棵剩下的残差，第三棵再拟合剩下的，结果相加。",
)
f.text(16, 24, "随机森林：各自长，取平均", bold=True)
for number in range(3):
    x = 16 + 112 * number
    f.box(x, 40, 96, 34, "data", f"抽样 {number + 1}")
    f.arrow((x + 48, 74), (x + 48, 92))
    f.box(x, 92, 96, 34, "weight", f"树 {number + 1}")
    f.line((x + 48, 126), (x + 48, 142))
f.line((64, 142), (400, 142))
f.arrow((400, 142), (400, 126))
f.box(352, 92, 112, 34, "activation", "平均")
f.line((16, 168), (464, 168), colour="grid", width=1)
f.text(16, 198, "GBDT：一棵接一棵，取和", bold=True)
for number in range(3):
    x = 16 + 112 * number
    f.box(x, 214, 96, 34, "data" if not number else "gradient", f"残差 {number}" if number else "数据")
    f.arrow((x + 48, 248), (x + 48, 266))
    f.box(x, 266, 96, 34, "weight", f"树 {number + 1}")
    f.line((x + 48, 300), (x + 48, 314))
    if number < 2:
        f.arrow((x + 96, 283), (x + 104, 283), (x + 104, 231), (x + 112, 231), colour="gradient")
f.line((64, 314), (400, 314))
f.arrow((400, 314), (400, 300))
f.box(352, 266, 112, 34, "activation", "相加")
f.save(__file__)
