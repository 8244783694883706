from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    424,
    "PPO 一轮的四个模型",
    "actor 采样回答；reference 给逐 token 对数概率，与 actor 相减得 KL；reward 给整句一个分；critic 给每个位置的价值；四者合成优势，只更新 actor 和 critic。",
)
f.box(16, 20, 96, 50, "data", "提示 x")
f.box(160, 20, 120, 50, "weight", "actor\n训练", bold=True)
f.box(328, 20, 136, 50, "data", "回答 y\n逐 token 概率")
f.arrow((112, 45), (160, 45))
f.arrow((280, 45), (328, 45))
f.line((396, 70), (396, 98), (80, 98))
for x, name, dash in (
    (16, "reference\n参考，冻结", True),
    (176, "reward\n奖励，冻结", True),
    (336, "critic\n价值，训练", False),
):
    f.box(x, 128, 128, 58, "weight", name, dash=dash)
    f.arrow((x + 64, 98), (x + 64, 128))
f.box(16, 236, 288, 60, "neutral", "每个 token 的奖励\n−β·KL 各处有，整句分在末位")
f.arrow((80, 186), (80, 236))
f.arrow((240, 186), (240, 236))
f.text(90, 217, "KL", "muted")
f.text(250, 217, "整句分", "muted")
f.box(16, 338, 448, 62, "gradient", "GAE：优势与回报目标\n优势更新 actor，回报目标更新 critic")
f.arrow((160, 296), (160, 338))
f.arrow((400, 186), (400, 338))
f.text(392, 258, "每个位置", "muted", anchor="end")
f.text(392, 282, "的价值", "muted", anchor="end")
f.save(__file__)
