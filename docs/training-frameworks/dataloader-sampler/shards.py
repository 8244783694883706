from answerbook.drawing.canvas import Figure

ORDER = (4, 1, 7, 5, 3, 9, 0, 8, 6, 2)
COLOURS = ("weight", "data", "activation", "gradient")

f = Figure(
    480,
    236,
    "DistributedSampler 怎样切分",
    "10 个样本打乱成 4 1 7 5 3 9 0 8 6 2，补上开头的 4 和 1 凑成 12 个，隔四个取一个：卡 0 得 4、3、6，卡 1 得 1、9、2，卡 2 得 7、0、4，卡 3 得 5、8、1。",
)
f.text(16, 24, "排列（由种子＋轮数定，各卡一样）", bold=True)
padded = ORDER + ORDER[:2]
for place, sample in enumerate(padded):
    f.box(16 + 37 * place, 38, 35, 36, COLOURS[place % 4], str(sample), dash=place >= 10, bold=place >= 10)
f.text(464, 98, "补的两个", "accent", anchor="end")
f.text(16, 132, "隔 4 个取一个", bold=True)
for rank, colour in enumerate(COLOURS):
    x = 16 + 114 * rank
    f.text(x + 53, 158, f"卡 {rank}", anchor="middle")
    for number, place in enumerate(range(rank, 12, 4)):
        f.box(x + 36 * number, 168, 34, 36, colour, str(padded[place]), dash=place >= 10, bold=place >= 10)
f.text(16, 228, "4 和 1 出现两次：评测时会重复计数", "muted")
f.save(__file__)
