"""The calculators as readers use them: choose, type, paste, send; also from disk and in a frame of another site."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from answerbook.arithmetic import texts
from playwright.sync_api import Page, expect

from tests import sites, test_calc
from tests.calc_runs import SHAPES, in_javascript

from .conftest import PHONE, OpenPage, in_both
from .test_pages import SIDEWAYS

CONFIG = {
    "model_type": "deepseek_v3",
    "hidden_size": 7168,
    "num_hidden_layers": 61,
    "num_attention_heads": 128,
    "kv_lora_rank": 512,
    "q_lora_rank": 1536,
    "qk_rope_head_dim": 64,
    "qk_nope_head_dim": 128,
    "v_head_dim": 128,
    "intermediate_size": 18432,
    "moe_intermediate_size": 2048,
    "n_routed_experts": 256,
    "n_shared_experts": 1,
    "num_experts_per_tok": 8,
    "first_k_dense_replace": 3,
    "vocab_size": 129280,
}


def result(page: Page) -> str:
    return page.locator(".calc__main").inner_text()


@in_both
def test_a_reader_chooses_a_model_and_gets_an_address_to_send(page: Page, small_home: str) -> None:
    page.goto(f"{small_home}calc/kv/")
    expect(page.locator(".calc__main")).to_contain_text("1.074 GB（1 GiB）")
    page.get_by_label("模型").select_option("gpt-oss-20b")
    page.get_by_label("每条序列的长度").fill("131072")
    expect(page.locator(".calc__main")).to_contain_text("3.224 GB（3.003 GiB）")
    assert parse_qs(urlsplit(page.url).query) == {"m": ["gpt-oss-20b"], "s": ["131072"]}
    page.reload()
    expect(page.locator(".calc__main")).to_contain_text("3.224 GB（3.003 GiB）")
    page.get_by_label("每条序列的长度").fill("很长")
    expect(page.get_by_role("alert")).to_contain_text("请写 1 到 1,000,000,000 之间的整数")
    expect(page.locator(".calc__main")).to_have_count(0)


def test_on_a_phone_what_comes_of_a_change_is_in_sight(open_page: OpenPage, small_home: str) -> None:
    page = open_page(PHONE)
    page.goto(f"{small_home}calc/serving/")
    said = page.locator(".calc__main dd").first
    assert page.locator(".calc__steps").evaluate("steps => steps.getBoundingClientRect().top") > 900
    expect(said).to_be_in_viewport(ratio=1)
    before = said.inner_text()
    page.get_by_label("输入").fill("8000")
    expect(said).not_to_have_text(before)
    expect(said).to_be_in_viewport(ratio=1)
    # So is why nothing comes of it.
    page.get_by_label("输入").fill("0")
    expect(page.get_by_role("alert")).to_be_in_viewport(ratio=1)
    page.get_by_label("输入").fill("8000")
    # Once its place is reached it hides no field.
    page.locator(".calc__assumed label").last.scroll_into_view_if_needed()
    page.evaluate("scrollBy(0, 400)")
    expect(page.locator(".calc__main")).not_to_have_class("calc__main calc__main--short")
    expect(page.locator(".calc__main dd").last).to_be_in_viewport()


def test_an_answer_can_be_copied_with_how_it_comes_about(open_page: OpenPage, small_home: str) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"{small_home}calc/kv/?m=deepseek-v3&s=1000&b=2")
    page.get_by_role("button", name="复制为文字").click()
    expect(page.get_by_role("button", name="已复制")).to_be_visible()
    text = page.evaluate("navigator.clipboard.readText()")
    assert "KV Cache 计算器：DeepSeek-V3" in text
    assert "= 61 · (512 + 64) · 2 · 1,000 =" in text
    assert "https://example.com/book/calc/kv/?m=deepseek-v3&s=1000&b=2" in text


def test_on_a_phone_no_line_holds_one_letter_and_names_break_at_their_parts(open_page: OpenPage, home: str) -> None:
    page = open_page(360)
    page.goto(f"{home}calc/serving/")
    expect(page.locator(".calc__main dt").first).to_be_visible()
    lines = """(one) => {
        const range = document.createRange(), rows = []
        const walker = document.createTreeWalker(one, NodeFilter.SHOW_TEXT)
        for (let node = walker.nextNode(); node; node = walker.nextNode())
            for (let i = 0; i < node.length; i++) {
                range.setStart(node, i)
                range.setEnd(node, i + 1)
                const top = Math.round(range.getBoundingClientRect().top)
                if (rows.at(-1)?.top !== top) rows.push({ top, text: "" })
                rows.at(-1).text += node.data[i]
            }
        return rows.map(({ text }) => text.trim()).filter(Boolean)
    }"""
    for name in page.locator(".calc__main dt").all():
        assert min(map(len, name.evaluate(lines))) > 1
    told = page.locator(".calc__fields small", has_text="gpu_memory_utilization").evaluate(lines)
    assert any(line.endswith("utilization，缺省") or "utilization" in line for line in told), told


def test_a_pasted_configuration_is_read_and_stands_in_the_address(page: Page, small_home: str) -> None:
    page.goto(f"{small_home}calc/params/")
    page.get_by_label("模型").select_option("own")
    page.locator("textarea").fill(json.dumps(CONFIG))
    expect(page.locator(".calc__main")).to_contain_text("671,026,404,352")
    assert "moe_e256" in page.url
    page.locator("textarea").fill("{")
    expect(page.get_by_text("贴进来的不是 JSON")).to_be_visible()
    page.get_by_label("层数").fill("80")
    page.reload()
    expect(page.get_by_label("模型")).to_have_value("own")


def test_an_answer_leads_to_the_calculator_with_its_inputs(page: Page, small_home: str) -> None:
    page.goto(f"{small_home}q/first-question/")
    page.get_by_role("link", name="Llama 3 8B，一条 4096").click()
    expect(page.locator(".calc__main")).to_contain_text("536.9 MB（512 MiB）")
    expect(page.get_by_label("每条序列的长度")).to_have_value("4096")


def test_without_scripts_common_cases_are_there(open_page: OpenPage, small_home: str) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(f"{small_home}calc/kv/")
    expect(page.get_by_role("row", name="DeepSeek-V3")).to_contain_text("68.62 KiB")
    expect(page.locator("#calc")).to_be_hidden()


def test_from_disk_the_numbers_stay_in_the_address(open_page: OpenPage, disk_site: Path) -> None:
    page = open_page(PHONE)
    page.goto(f"{(disk_site / 'calc' / 'kv' / 'index.html').as_uri()}?m=deepseek-v3&s=131072")
    expect(page.locator(".calc__main")).to_contain_text("8.578 GiB")
    page.get_by_label("同时几条").fill("2")
    expect(page.locator(".calc__main")).to_contain_text("17.16 GiB")
    page.reload()
    expect(page.locator(".calc__main")).to_contain_text("17.16 GiB")
    assert page.evaluate(SIDEWAYS) == 0


def test_another_site_shows_one_in_a_frame(page: Page, small_home: str, tmp_path: Path) -> None:
    (tmp_path / "404.html").write_text("")
    source = f"{small_home}embed/calc/kv/?m=deepseek-v3"
    (tmp_path / "index.html").write_text(f'<iframe src="{source}" width="360" height="700"></iframe>')
    with sites.serving(tmp_path, "/") as other:
        page.goto(other)
        frame = page.frame_locator("iframe")
        expect(frame.locator(".calc__main")).to_contain_text("68.63 KiB")
        expect(frame.locator("header, .md-sidebar")).to_have_count(0)
        assert frame.locator("base").get_attribute("target") == "_blank"
        page.close()


ADDRESSES = [f"calc/{id}/" for id in ("kv", "params", "memory", "inference", "flops", "serving")] + [
    "embed/calc/serving/"
]


@pytest.mark.parametrize("width", [PHONE, 1280])
def test_nothing_sticks_out(open_page: OpenPage, small_home: str, width: int) -> None:
    page = open_page(width)
    for address, model in product(ADDRESSES, ("deepseek-v3", "qwen3-next-80b-a3b")):
        page.goto(f"{small_home}{address}?m={model}&b=12345&n=7")
        expect(page.locator(".calc__main")).to_be_visible()
        assert page.evaluate(SIDEWAYS) == 0, (address, model)


# One of every kind of layer and of what stands around layers.
KINDS = (
    "t5-base", "gpt-2", "bloom-7b1", "falcon-7b", "llama-4-scout", "qwen3-next-80b-a3b", "deepseek-v2-lite",
    "deepseek-v3.2", "deepseek-v4-flash", "kimi-linear-48b-a3b", "minimax-text-01", "minimax-m3", "hunyuan-large",
    "gpt-oss-20b", "gemma-4-26b-a4b", "nemotron-3-super-120b-a12b", "jamba-v0.1", "step3", "mimo-v2-flash",
)  # fmt: skip
SHOWN = """() => {
  const all = (where, selector) => [...where.querySelectorAll(selector)]
  const said = (where, selector) => all(where, selector).map((one) => one.textContent)
  const values = said(document, '.calc__main dd')
  return {
    main: Object.fromEntries(said(document, '.calc__main dt').map((label, at) => [label, values[at]])),
    steps: all(document, '.calc__steps li').map((one) => said(one, '.calc__title, code')),
    problem: document.querySelector('.calc__problem')?.textContent,
  }
}"""


@pytest.mark.parametrize("id", test_calc.QUERIES)
def test_the_small_script_says_what_its_source_says(page: Page, small_home: str, id: str) -> None:
    """What is sent has other names for nearly everything; every kind of layer goes through it once."""
    # The small book has few cards.
    queries = [query for query in test_calc.QUERIES[id] if "c=own" in query or "c=" not in query]
    asked = [f"x={texts.packed(SHAPES[model])}&{queries[at % len(queries)]}" for at, model in enumerate(KINDS)]
    told = in_javascript([("page", None, id, query) for query in asked])
    for query, one in zip(asked, told, strict=True):
        page.goto(f"{small_home}calc/{id}/?{query}")
        shown = page.evaluate(SHOWN)
        if "problem" in one:
            assert shown["problem"] == f"{one['problem']}。", query
            continue
        steps = [[step["title"], step["formula"], f"= {step['numbers']} = {step['said']}"] for step in one["steps"]]
        assert (shown["main"], shown["steps"]) == (one["main"], steps), query


@pytest.mark.parametrize("width", [768, 1366])
def test_what_is_ticked_moves_no_field_beside_it(open_page: OpenPage, home: str, width: int) -> None:
    page = open_page(width)
    page.goto(f"{home}calc/inference/")
    field = page.locator("#calc label:not(.calc__flag)", has=page.locator("[name=oh]"))
    flag = page.locator("#calc .calc__flag", has=page.locator("[name=gi]"))
    beside, ticked = field.bounding_box(), flag.bounding_box()
    assert beside and ticked
    # One row: what is ticked stands beside the field, neither above its name nor below it.
    assert ticked["x"] > beside["x"] + beside["width"]
    assert beside["y"] <= ticked["y"]
    assert ticked["y"] + ticked["height"] <= beside["y"] + beside["height"]
