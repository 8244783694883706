"""MkDocs copies files and gives the theme, mkdocs-jupyter the notebooks; pages come from the package answerbook."""

from __future__ import annotations

import hashlib
import logging
import os
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, field
from functools import lru_cache, partial
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import jinja2
from answerbook import cache, places
from answerbook.checking import checks
from answerbook.content import addresses, settings
from answerbook.content.connections import connect
from answerbook.content.questions import Book, Question
from answerbook.drawing import cards, figures
from answerbook.machines import exports
from answerbook.markup import markup, plain
from answerbook.problems import ContentError
from answerbook.search import counting, search_index, words
from answerbook.site import (
    browser,
    calculators,
    choices,
    downloads,
    keeping,
    later,
    navigation,
    notebook_pages,
    page_cache,
    pages,
    policy,
    practice,
    stepping,
    study,
    styles,
    symbols,
    tight,
    views,
    written,
)
from answerbook.site.site import Repository, Site
from answerbook.text import linebreaks, prose
from markupsafe import Markup
from mkdocs import utils
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext, url_filter

PROJECT = places.ROOT
OVERRIDES = places.OVERRIDES
# What the theme ships and no page of ours asks for.
UNUSED = (
    "assets/javascripts/",
    "assets/stylesheets/palette.",
    "assets/images/favicon.",
    "sitemap.xml",
    "styles/",
)

# Stand on pages for what is only known, or changes, with the whole book: private characters, which no content may hold.
SCRIPTS, EDITION = "\ue000scripts\ue001", "\ue000edition\ue001"
CITED, DAY = "\ue000cited\ue001", "\ue000day\ue001"
_MARK = re.compile("\ue000(?:scripts|edition|cited|day)\ue001")
# The settings that templates ask for, besides the theme's.
SHOWN = ("copyright", "extra_javascript", "repo_url", "site_description", "site_name", "site_url", "use_directory_urls")


class Compiled(jinja2.BytecodeCache):
    """Templates as they were compiled by an earlier build of this process; where each changed, its key is another."""

    def __init__(self) -> None:
        self.known: dict[str, bytes] = {}

    def load_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        """Give what is known of a template."""
        found = self.known.get(f"{bucket.key} {bucket.checksum}")
        if found is not None:
            bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        """Keep a template in mind."""
        self.known[f"{bucket.key} {bucket.checksum}"] = bucket.bytecode_to_string()


COMPILED = Compiled()


@dataclass
class Build:
    """What goes along from event to event of one build; a rebuild begins with a new config, and a new one of these."""

    site: Site
    # By the file in docs/ that it stands for.
    web_pages: Mapping[str, pages.WebPage]
    # What every page shows, and the line that says which edition it is.
    everywhere: Mapping[str, Any]
    # What stands in the place of the marks above but for the scripts.
    edition: Mapping[str, str]
    # Known once the templates are there; the version of the scripts once they are made.
    env: jinja2.Environment | None = None
    frame: bytes = b""
    scripts: str = ""
    # The stylesheets of single kinds of pages by name: address and content.
    sheets: Mapping[str, tuple[str, bytes]] = field(default_factory=dict)
    # As mkdocs-jupyter knows them.
    notebooks: Sequence[File] = ()


@dataclass(frozen=True)
class _Place:
    """A page as MkDocs's own filters for addresses know it."""

    url: str


# Our keys in the settings' extra: what goes along, and, from whoever serves the site, what takes files for later.
_BUILD, _LATER = "answerbook_build", "answerbook_later"
# The addresses of the search index, of what practice asks for, and of what machines read.
_INDEX, _PRACTICE = f"{search_index.FOLDER}.*", f"{practice.FOLDER}.*"
_FOR_MACHINES = r".*\.(?:json|md|txt|xml)"

# A logger of MkDocs: its warnings count under --strict.
log = logging.getLogger("mkdocs.answerbook")


def on_config(config: MkDocsConfig) -> None:
    """Read and check everything now: the folder of the last site is emptied only after this."""
    docs = Path(config.docs_dir)
    try:
        book = checks.read(docs, _settings(config), PROJECT, follow=_follow)
    except ContentError as error:
        raise PluginError(f"有 {len(error.problems)} 处要改：\n{error}") from error
    made = _made(config)
    site = Site(
        book=book,
        connections=connect(book),
        repository=Repository(config.repo_url or "", config.edit_uri or "", config.extra.get("contact") or ""),
        docs=docs,
        name=config.site_name,
        description=config.site_description or "",
        url=config.site_url or "",
        folders=config.use_directory_urls,
        downloads=downloads.found(made) if made else (),
        cut=words.short_cut,
        drills=frozenset(path.parent.name for path in (PROJECT / "practice").glob("*/task.md")),
        decks=downloads.decks(made, [topic.id for topic in book.topics]) if made else {},
        printed=_printed(config, book),
    )
    # Our templates make these links; without a repository MkDocs would warn of each page.
    config.edit_uri = None
    # Ours has dates.
    config.theme.static_templates.discard("sitemap.xml")
    web_pages = {web_page.source: web_page for web_page in pages.web_pages(site)}
    config.extra[_BUILD] = Build(site, web_pages, _everywhere(site), _edition(book))
    log.info("读入 %d 个专题、%d 个问题、%d 个笔记本", len(book.topics), len(book.questions), len(book.notebooks))
    if "ANSWERBOOK_SITE" not in os.environ:
        log.info("直接用 mkdocs 生成，不会整体替换旧的网站；完整的生成请用 python3 book.py build")


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Leave out what no reader asks for, and every page: those of the book are written at the end."""
    recognised = {}
    for found in list(files):
        unused = found.src_uri.startswith(UNUSED) or found.src_uri.endswith(".map")
        if unused or found.is_documentation_page():
            files.remove(found)
            recognised[found.src_uri] = found
    _build(config).notebooks = [*_notebook_files(recognised, config)]
    for found in list(files):
        drawing = figures.alone(Path(found.abs_src_path)) if found.abs_src_path else None
        if drawing is not None:
            files.remove(found)
            files.append(File.generated(config, found.src_uri, content=drawing))
    site = _build(config).site
    printed = (one for one in site.printed.values() if one.made)
    for download in (*site.downloads, *site.decks.values(), *printed):
        files.append(File.generated(config, download.address, abs_src_path=str(download.path)))
    for address, script in _scripts(config).items():
        files.append(File.generated(config, address, content=script))
    sheets = _stylesheets(files, site)
    _build(config).sheets = {name: sheet for name, sheet in sheets.items() if name != "book"}
    for place, css in sheets.values():
        files.append(File.generated(config, place, content=css))
    for name, content in styles.code_font().items():
        files.append(File.generated(config, f"assets/{name}", content=content))
    return files


def on_env(env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """Our templates escape what they print, the theme's own do not; both know addresses."""
    ours = {path.relative_to(OVERRIDES).as_posix() for path in OVERRIDES.rglob("*.html")}
    env.autoescape = lambda name: name in ours
    # A name that is misspelt stops the build instead of leaving out what it stands for.
    env.undefined = jinja2.StrictUndefined
    env.bytecode_cache = COMPILED
    env.filters["address"] = jinja2.pass_context(partial(_address, folders=config.use_directory_urls))
    env.filters["question"] = addresses.question_address
    env.filters["maths"] = lambda text: Markup(plain.running(text))
    env.filters["phrases"] = _phrased
    env.filters["headline"] = _headline
    env.filters["fragment"] = prose.fragment
    env.filters["duration"] = study.duration
    env.filters["policy"] = partial(policy.of, disk=not config.use_directory_urls)
    # Chinese is to be read in the page, too; what a script element could stumble over is escaped all the same.
    env.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    env.filters["host"] = lambda url: urlsplit(url).hostname
    env.globals["stylesheet"] = _one(files, "assets/book.").src_uri
    env.globals["sheets"] = {name: address for name, (address, _) in _build(config).sheets.items()}
    env.globals["script_version"] = f"?v={SCRIPTS}"
    env.globals["book_script"] = f"assets/answerbook.js?v={SCRIPTS}"
    env.globals["moved_script"] = f"assets/moved.js?v={SCRIPTS}"
    build = _build(config)
    build.env, build.frame = env, _frame(env, config)
    return env


def on_post_template(output: str, *, template_name: str, config: MkDocsConfig) -> str:
    """The page for addresses that do not exist."""
    return _dated(tight.tight(output), config)


def on_template_context(context: TemplateContext, *, template_name: str, config: MkDocsConfig) -> TemplateContext:
    """The same page, before."""
    for name, value in {**_build(config).everywhere, "web_page": None, "view": views.View()}.items():
        context[name] = value  # type: ignore[literal-required]
    return context


def on_post_build(*, config: MkDocsConfig) -> None:
    """The pages and the files beside them, each written before the next is made: a large book has too many to hold."""
    site, web_pages = _build(config).site, _build(config).web_pages
    for web_page in web_pages.values():
        _write_page(web_page, config)
    # Page by page, as MkDocs would tell its plugins: mkdocs-jupyter puts the notebook itself beside its page.
    for notebook in _build(config).notebooks:
        config.plugins.on_post_page("", page=Page(None, notebook, config), config=config)
    for address, content in notebook_pages.attachments(site):
        utils.write_file(content, str(Path(config.site_dir, address)))
    _write_cards(site, Path(config.site_dir))
    # A worker answers for the folder it lies in; from disk there is none.
    worker = Path(config.site_dir, "assets", keeping.WORKER)
    if site.folders:
        worker.rename(Path(config.site_dir, keeping.WORKER))
    else:
        worker.unlink()
    for_machines, left = partial(_exports, site, web_pages.values()), _left(config)
    if left is not None:
        left.add(_FOR_MACHINES, for_machines)
    else:
        later.write(Path(config.site_dir), for_machines())
        if site.folders:
            utils.write_file(keeping.plan(Path(config.site_dir)).encode(), str(Path(config.site_dir, keeping.PLAN)))
    cache.settle()
    cache.count_build()


def _notebook_files(recognised: Mapping[str, File], config: MkDocsConfig) -> Iterator[File]:
    """The notebooks among the files that MkDocs and its plugins hold for pages, each with the address of its page."""
    for notebook in _build(config).site.book.notebooks:
        file = recognised.get(notebook.path)
        if file is None:
            said = f'插件 mkdocs-jupyter 没有认出 {notebook.path}；请在 plugins 里列出它，include 写 ["*.ipynb"]'
            raise PluginError(f"mkdocs.yml: {said}")
        # The plugin has worked these out already, each for itself.
        file.abs_dest_path = str(Path(config.site_dir, _file(notebook.address)))
        file.url = notebook.address
        yield file


def _write_page(web_page: pages.WebPage, config: MkDocsConfig) -> None:
    """The page, made when its turn comes; what changes with any answer is put in last, so that the rest can be kept."""
    build, folder, address = _build(config), Path(config.site_dir), _file(web_page.address)
    content = web_page.content()
    if content.basis is None:
        utils.write_file(_dated(_page(web_page, content, config), config).encode(), str(folder / address))
        return
    decided = page_cache.decided(build.frame, (content.view, content.basis))
    now = cache.key(decided, build.scripts, *build.edition.values())
    if not written.again(folder, address, now):
        place = f"{build.site.url} {build.site.folders} {web_page.address}"
        html = page_cache.page(place, decided, lambda: _page(web_page, content, config))
        written.write(folder, address, now, _dated(html, config).encode())


def _page(web_page: pages.WebPage, content: views.PageContent, config: MkDocsConfig) -> str:
    """The whole page."""
    build = _build(config)
    site = build.site
    assert build.env is not None
    place = _Place(web_page.address or "./" if site.folders else _file(web_page.address))
    given = {
        **build.everywhere,
        "config": config,
        "page": place,
        "base_url": utils.get_relative_url(".", place.url),
        "web_page": web_page,
        "canonical": addresses.absolute(site.url, web_page.canonical),
        "card": addresses.absolute(site.url, pages.card_of(web_page)),
        "view": content.whole(),
    }
    return tight.tight(build.env.get_template(web_page.template).render(given))


def _write_cards(site: Site, folder: Path) -> None:
    """The preview cards."""
    found = {
        address: (card, decided)
        for address, card in pages.preview_cards(site)
        if not written.again(folder, address, decided := cache.key("card", *astuple(card)))
    }
    drawn = cards.pictures([card for card, _ in found.values()])
    for (address, (_, decided)), content in zip(found.items(), drawn, strict=True):
        written.write(folder, address, decided, content)


def _follow(question: Question) -> None:
    """Make what is kept of a body while Markdown has just read it, the page last: it changes what was read."""
    counting.counted(question)
    exports.said(question.body)
    markup.prepare(question.path, question.body)


def _build(config: MkDocsConfig) -> Build:
    """What the events of this build share."""
    found = config.extra[_BUILD]
    assert isinstance(found, Build)
    return found


def _settings(config: MkDocsConfig) -> settings.Settings:
    """This book's own rules for its own folder; any other folder has none."""
    site_url = config.site_url or ""
    if Path(config.docs_dir).resolve() != PROJECT / "docs":
        return settings.Settings(site_url=site_url)
    return settings.of(config.extra.get("answerbook") or {}, site_url, PROJECT)


def _left(config: MkDocsConfig) -> later.Later | None:
    """What takes the files that nobody may ask for; None where nobody could make them later."""
    left: later.Later | None = config.extra.get(_LATER)
    return left


def _as_files(scripts: Mapping[str, str]) -> later.Files:
    return ((address, [script]) for address, script in scripts.items())


def _printed(config: MkDocsConfig, book: Book) -> Mapping[str, downloads.Download]:
    """The PDFs of topics and paths: those that were made before, or all where the server makes them."""
    keys = [*(topic.id for topic in book.topics if topic.questions), *(f"path-{route.key}" for route in book.routes)]
    if _left(config) is not None:
        return downloads.on_request(keys)
    made = _made(config)
    return downloads.found_of_parts(made, keys) if made else {}


def _made(config: MkDocsConfig) -> Path | None:
    """Where the files are that were made from the book before; the copy that opens from disk goes without."""
    folder = config.extra.get("downloads")
    return PROJECT / folder if folder and config.use_directory_urls else None


def _frame(env: jinja2.Environment, config: MkDocsConfig) -> bytes:
    """What decides every page of this build."""
    build = _build(config)
    given = [dict(config.theme), *(config[name] for name in SHOWN), env.globals["stylesheet"], env.globals["sheets"]]
    return page_cache.frame(given, build.everywhere, build.site.leads)


@lru_cache(maxsize=4096)
def _phrased(text: str) -> Markup:
    """A title whose lines end between phrases; one title stands on dozens of pages."""
    return Markup(linebreaks.breakable(plain.html(text), words.plain_cut))


def _headline(title: str) -> Markup:
    """A title whose lines rather end where a clause does."""
    clauses = [_phrased(clause) for clause in linebreaks.clauses(title)]
    if len(clauses) == 1:
        return clauses[0]
    return Markup("").join(Markup('<span class="clause">{}</span>').format(clause) for clause in clauses)


def _dated(html: str, config: MkDocsConfig) -> str:
    said = {SCRIPTS: _build(config).scripts, **_build(config).edition}
    return _MARK.sub(lambda mark: said[mark[0]], html)


def _edition(book: Book) -> Mapping[str, str]:
    """Which state of the book it is, in place of the marks."""
    said = {EDITION: navigation.edition(book), CITED: navigation.cited_edition(book), DAY: navigation.day(book)}
    return {mark: escape(text) for mark, text in said.items()}


def _everywhere(site: Site) -> Mapping[str, Any]:
    """What every page shows."""
    return {
        "home": views.NavEntry("", "首页"),
        "places": [*navigation.places(site.book)],
        "topics_sidebar": navigation.topic_list(site.book),
        "measured_entry": navigation.measured_entry(site.book),
        "edition": EDITION,
        "cited_edition": CITED,
        "cited_day": DAY,
        "ask": site.repository.ask(),
        "feed": bool(site.url),
        "card_size": (cards.WIDTH, cards.HEIGHT),
    }


def _address(context: jinja2.runtime.Context, address: str, folders: bool) -> str:
    """An address from the site's root as a link on this page."""
    # No template sets it: a look at what all were given is enough, and this is asked dozens of times a page.
    web_page: Any = context.parent["web_page"]
    if web_page is not None:
        return addresses.relative(web_page.address, address, folders)
    # The page for addresses that do not exist is shown anywhere: it knows where the root is.
    path, mark, anchor = address.partition("#")
    address = (path if folders else _file(path)) or "."
    return url_filter(context, address) + mark + anchor  # type: ignore[arg-type]


def _file(address: str) -> str:
    return posixpath.join(address, "index.html") if address.endswith("/") or not address else address


def _scripts(config: MkDocsConfig) -> dict[str, str]:
    """Our scripts, the search index and the data of single pages. All are fetched with the version of one build."""
    site = _build(config).site
    own = calculators.scripts(site.book) | stepping.scripts(site.moving) | {symbols.ADDRESS: symbols.script(site.book)}
    scripts = {f"assets/{name}": text for name, text in browser.scripts().items()}
    left = _left(config)
    if left is not None:
        # A browser keeps nothing that the server sends: a save need not change every page.
        _build(config).scripts = "served"
        left.add(_INDEX, lambda: _as_files(search_index.scripts(site.book)))
        left.add(_PRACTICE, lambda: _as_files(practice.scripts(site)))
        return scripts | own
    index = search_index.scripts(site.book)
    log.info(search_index.size(index))
    made = scripts | index | practice.scripts(site) | own
    _build(config).scripts = hashlib.sha256("\0".join(made.values()).encode()).hexdigest()[:8]
    return made


def _exports(site: Site, web_pages: Iterable[pages.WebPage]) -> Iterator[tuple[str, Iterable[str]]]:
    """What machines read, with its addresses."""
    addresses_of = {web_page.source: web_page.address for web_page in web_pages}
    edition = exports.Publication(site.book, site.name, site.description, site.url, addresses_of)
    return exports.files(
        edition, ((web_page.address, web_page.updated) for web_page in web_pages if web_page.moved is None)
    )


def _stylesheets(files: Files, site: Site) -> dict[str, tuple[str, bytes]]:
    """The stylesheets by name: address and content. The address changes with the content, so that it can be kept."""
    theme = _one(files, "assets/stylesheets/main.")
    files.remove(theme)
    made = styles.sheets(theme.content_string, {"tags": choices.stylesheet(site)})
    return {name: _named(name, css) for name, css in made.items()}


def _named(name: str, css: str) -> tuple[str, bytes]:
    content = css.encode()
    return f"assets/{name}.{hashlib.sha256(content).hexdigest()[:8]}.css", content


def _one(files: Files, start: str) -> File:
    """The file whose name begins so and goes on with a checksum."""
    return next(file for file in files if file.src_uri.startswith(start))
