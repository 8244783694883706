from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    286,
    "三个需求，三种答案",
    "“报销上限改成多少了”知识常变、要出处，用 RAG；“写成我们的周报格式”要改行为，用微调；“对照 80 页合同找不同”材料一个窗口放得下、要通读，用长上下文。",
)
ROWS = (
    ("报销上限\n改成多少了？", "知识常变，\n要出处、按人授权", "RAG", "kv"),
    ("写成我们的\n周报格式", "要改的是\n格式、口吻、技能", "微调", "gradient"),
    ("对照 80 页合同\n找出不同", "一个窗口放得下，\n要通读", "长上下文", "activation"),
)
for number, (need, why, answer, colour) in enumerate(ROWS):
    y = 14 + 82 * number
    f.box(16, y, 140, 60, "data", need)
    f.text(180, y + 24, why, "muted")
    f.box(356, y + 8, 108, 44, colour, answer, solid=True, bold=True)
    f.arrow((324, y + 30), (356, y + 30))
f.text(16, 276, "可以叠着用：微调教格式，RAG 给知识", "muted")
f.save(__file__)
