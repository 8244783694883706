from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    330,
    "同样省一半显存，两种切法",
    "ZeRO-3：两张卡各存一半参数，用到时取回整层，各算各的样本；张量并行：两张卡各存每层的一半，算同一批样本，每层中间全归约。",
)
for left, title in ((16, "ZeRO-3"), (256, "张量并行")):
    f.text(left + 104, 22, title, anchor="middle", bold=True)
    for card in range(2):
        x = left + 112 * card
        f.text(x + 48, 48, f"卡 {card}", "muted", anchor="middle", size=15)
        f.box(x, 56, 96, 40, "weight", "存一半", solid=True)
        f.arrow((x + 48, 96), (x + 48, 128))
        whole = left == 16
        f.box(x, 128, 96, 56, "weight", "取回整层\n算完就放" if whole else "每层的\n一半", dash=whole, size=15)
        f.arrow((x + 48, 184), (x + 48, 212))
        f.box(x, 212, 96, 40, "data", f"样本 {'甲乙'[card]}" if whole else "样本 甲")
f.arrow((112, 156), (128, 156), colour="accent", both=True)
f.arrow((352, 156), (368, 156), colour="accent", both=True)
f.text(16, 282, "20.2 GB，传参数", "accent", size=15, bold=True)
f.text(256, 282, "4.3 GB，传激活", "accent", size=15, bold=True)
f.text(16, 308, "能提前取，藏在计算后", "muted", size=15)
f.text(256, 308, "下一步等着它，藏不住", "muted", size=15)
f.save(__file__)
