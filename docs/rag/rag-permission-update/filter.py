from answerbook.drawing.canvas import Figure

SEEN = {3, 11, 19, 26}

f = Figure(
    480,
    290,
    "搜完再筛，可能一条不剩",
    "三十个块按相关性排好，深色是这个人能看的。上：先取前 8 个再筛，只剩 1 个；下：搜索时只在能看的里面找，取到 4 个。",
)
for top, name, note, inside in (
    (20, "搜完再筛：先取前 8 个", "剩 1 个", False),
    (150, "搜索中过滤：只在能看的里找", "取到 4 个", True),
):
    f.text(16, top + 4, name, bold=True)
    for number in range(30):
        x, y = 16 + 30 * (number % 15), top + 18 + 34 * (number // 15)
        seen = number in SEEN
        taken = seen if inside else number < 8
        f.box(
            x,
            y,
            26,
            28,
            "activation" if seen else "neutral",
            solid=seen,
            radius=2,
            line=1,
            dash=not seen and inside,
            empty=not seen and inside,
        )
        if taken:
            f.box(x - 1, y - 1, 28, 30, "accent", empty=True, radius=2, line=2)
    f.text(464, top + 4, note, "accent" if not inside else "activation", anchor="end", bold=True)
f.text(16, 270, "深色能看，红框是取到的；从左到右越来越不相关", "muted")
f.save(__file__)
