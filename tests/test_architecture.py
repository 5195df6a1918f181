"""The house stands as drawn: sizes, contracts, templates, and what may mark a string safe."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.checks import run_checks
from django.db import models
from django.test.utils import isolate_apps

from articles.checks import relations_across

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("articles", "newsroom", "tests")
SOURCES = sorted(
    path
    for room in ROOMS
    for path in (ROOT / room).rglob("*.py")
    if not {"migrations", "draw"} & set(path.parts)  # neither histories nor paintings
)
MODULE_LIMIT = 400
FUNCTION_LIMIT = 40


def functions(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, node.end_lineno - node.lineno + 1


def too_long(paths):
    for path in paths:
        if len(path.read_text(encoding="utf-8").splitlines()) > MODULE_LIMIT:
            yield f"{path} has more than {MODULE_LIMIT} lines"
        for name, length in functions(path):
            if length > FUNCTION_LIMIT:
                yield f"{path}: {name} has {length} lines"


def test_no_module_and_no_function_is_too_long():
    assert list(too_long(SOURCES)) == []


def test_the_size_test_can_fail(tmp_path):
    long_function = tmp_path / "long.py"
    long_function.write_text("def act():\n" + "    pass\n" * FUNCTION_LIMIT)
    long_module = tmp_path / "module.py"
    long_module.write_text("\n" * (MODULE_LIMIT + 1))

    assert len(list(too_long([long_function, long_module]))) == 2


def lint_imports(folder):
    command = Path(sys.executable).parent / "lint-imports"
    return subprocess.run(
        [command, "--config", folder / "pyproject.toml", "--no-cache"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def test_imports_run_downwards_only():
    result = lint_imports(ROOT)

    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(
    ("place", "line"),
    [
        ("articles/site/spy.py", "from articles.desk.story import Story"),
        ("articles/desk/spy.py", "from articles.publishing.publish import publish"),
        ("articles/templatetags/spy.py", "from articles.admin import desk"),
        ("articles/preflight/spy.py", "from articles.site.edition import Edition"),
        ("articles/markup/spy.py", "from articles.masthead.section import Section"),
        ("articles/unplaced.py", "from articles.vocabulary import Stage"),
    ],
)
def test_the_contract_refuses(place, line, tmp_path):
    for room in ("articles", "newsroom"):
        for path in (ROOT / room).rglob("*.py"):
            copy = tmp_path / path.relative_to(ROOT)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
    (tmp_path / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    (tmp_path / place).write_text(f"{line}  # noqa\n")

    result = lint_imports(tmp_path)

    assert result.returncode != 0
    assert Path(place).stem in result.stdout


def test_no_relation_leads_from_the_site_to_the_desk():
    assert [message for message in run_checks() if message.id == "articles.E001"] == []


@isolate_apps("articles")
def test_the_check_finds_a_relation_by_string_and_its_reverse():
    class Story(models.Model):
        class Meta:
            app_label = "articles"

    class Edition(models.Model):
        story = models.ForeignKey("articles.Story", on_delete=models.PROTECT, related_name="+")

        class Meta:
            app_label = "articles"

    class Note(models.Model):
        edition = models.ForeignKey("articles.Edition", on_delete=models.PROTECT)

        class Meta:
            app_label = "articles"

    Story.__module__ = "articles.desk.story"
    Note.__module__ = "articles.desk.note"
    Edition.__module__ = "articles.site.edition"

    found = set(relations_across([Edition, Story, Note]))

    assert found == {("Edition.story", "Story"), ("Edition.note", "Note")}


UNSAFE = re.compile(
    r"mark_safe|SafeString|SafeText|autoescape off|\|\s*safe\b"
    r"|format_html\((?!\s*[\"'])"  # only a literal may be the mark-up, and its values escape
)


def test_only_markup_marks_a_string_safe():
    places = [
        path.relative_to(ROOT)
        for path in [*(ROOT / "articles").rglob("*.py"), *(ROOT / "templates").rglob("*.*")]
        if UNSAFE.search(path.read_text(encoding="utf-8"))
    ]

    assert [place for place in places if place.parts[:2] != ("articles", "markup")] == []


DESK_IN_TEMPLATE = re.compile(r"\b(story|photo|placement|attribution)\.(?!html)\w+|_set\b")


def test_no_desk_object_is_walked_in_a_site_template():
    for path in (ROOT / "templates" / "site").rglob("*.html"):
        tags = re.findall(r"{[{%].*?[%}]}", path.read_text(encoding="utf-8"))
        assert [tag for tag in tags if DESK_IN_TEMPLATE.search(tag)] == [], path


INLINE = re.compile(r"\sstyle\s*=|\son\w+\s*=\s*[\"']|<script(?![^>]*\ssrc=)|<style", re.IGNORECASE)


def test_no_template_has_an_inline_script_or_style():
    for path in (ROOT / "templates").rglob("*.html"):
        assert not INLINE.search(path.read_text(encoding="utf-8")), path


def test_the_lock_files_name_no_index_and_carry_hashes():
    for lock in ROOT.glob("requirements*.lock"):
        text = lock.read_text(encoding="utf-8")
        assert "://" not in text
        assert text.count("--hash=sha256:") >= text.count("==")


def test_the_check_for_makemigrations_is_clean(db, django_db_blocker):
    result = subprocess.run(
        [sys.executable, ROOT / "manage.py", "makemigrations", "--check", "--dry-run"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert result.returncode == 0, result.stdout + result.stderr
