"""HTML that means harm, each with the word "Harbour" in it, and a strict reader of what is left."""

from __future__ import annotations

from html.parser import HTMLParser

KEEPING_THE_WORD = {
    "script beside": "<p>Harbour</p><script>alert(1)</script>",
    "script in capitals": "<ScRiPt/x>alert(1)</sCrIpT ><p>Harbour</p>",
    "script cut by a NUL": "<scr\x00ipt>alert(1)</scr\x00ipt><p>Harbour</p>",
    "script split in two": "<scr<script>ipt>alert(1)</script>Harbour",
    "event handler": "<p onclick=alert(1)>Harbour</p>",
    "event handler after a slash": "<p/onmouseover='alert(1)'>Harbour</p>",
    "event handler on a picture": "<img src=x onerror=alert(1)>Harbour",
    "event handler on the body": "<body onload=alert(1)>Harbour</body>",
    "javascript address": '<a href="javascript:alert(1)">Harbour</a>',
    "javascript in odd case": '<a href="JaVaScRiPt:alert(1)">Harbour</a>',
    "javascript in entities": '<a href="&#106;&#x61;vascript&colon;alert(1)">Harbour</a>',
    "javascript with a tab": '<a href="java\tscript:alert(1)">Harbour</a>',
    "javascript with a tab entity": '<a href="java&Tab;script:alert(1)">Harbour</a>',
    "javascript after a space": '<a href=" &#1; javascript:alert(1)">Harbour</a>',
    "vbscript address": '<a href="vbscript:msgbox(1)">Harbour</a>',
    "data address": '<a href="data:text/html;base64,PHNjcmlwdD4=">Harbour</a>',
    "data address in odd case": '<a href="DATA:text/html,<b>">Harbour</a>',
    "address without scheme": '<a href="//evil.example">Harbour</a>',
    "address with backslashes": '<a href="/\\evil.example">Harbour</a>',
    "address that reads backwards": '<a href="https://a.example/&#x202e;gpj">Harbour</a>',
    "link target": '<a href="https://a.example" target=_blank rel=opener>Harbour</a>',
    "style attribute": '<p style="position:fixed;background:url(javascript:1)">Harbour</p>',
    "style element": "<style>@import '//evil.example'</style><p>Harbour</p>",
    "iframe": "<iframe src=//evil.example srcdoc='<b>'>Harbour</iframe>",
    "object and embed": "<object data=x><embed src=x>Harbour</object>",
    "form": '<form action=//evil.example><input value=x><button formaction="x">Harbour</button>',
    "base and meta": "<base href=//evil.example><meta http-equiv=refresh content=0>Harbour",
    "noscript with a picture": '<noscript><p title="</noscript><img src=x onerror=1>">Harbour',
    "comment that ends early": "<!--><img src=x onerror=alert(1)>-->Harbour",
    "comment with a bang": "<!-- --!><img src=x onerror=alert(1)> -->Harbour",
    "cdata": "<![CDATA[<script>alert(1)</script>]]>Harbour",
    "processing instruction": "<?xml-stylesheet href='javascript:alert(1)'?>Harbour",
    "maths with a style": "<math><mtext><style><img src=x onerror=1></style></math>Harbour",
    "svg before": "<svg onload=alert(1)><a xlink:href='javascript:1'>x</a></svg>Harbour",
    "svg with a style": "<svg><style><img src=x onerror=1></style></svg>Harbour",
    "title that hides": "<svg><title><style><img src=x onerror=1></style></title></svg>Harbour",
    "template that hides": "<template><img src=x onerror=1></template>Harbour",
    "textarea that hides": "<textarea><script>alert(1)</script></textarea>Harbour",
    "shadow root": "<div><template shadowrootmode=open><b>x</b></template>Harbour</div>",
    "escaped twice": "&lt;script&gt;alert(1)&lt;/script&gt;Harbour",
    "tags that never end": "<b><i><a href=/x><p title=x>Harbour<p title='>",
    "table of links": "<a href='javascript:1'><table><tr><td><a href='/x'>Harbour</td></table>",
    "bad ids": '<span data-source="1 or 1=1">Harbour</span><figure data-photo="-1"></figure>',
    "embed of a stranger": '<figure data-embed="https://evil.example/youtube.com">Harbour</figure>',
    "embed with a user name": '<figure data-embed="https://youtube.com@evil.example/">Harbour',
    "embed of a script": '<figure data-embed="javascript:alert(1)//youtube.com">Harbour</figure>',
    "class of the desk": '<aside class="pullquote errornote">Harbour</aside>',
    "reading backwards": "<p>Har&#x202e;bour</p>",
    "deep blocks": "<div>" * 5_000 + "Harbour" + "</div>" * 5_000,
    "deep marks": "<b><i>" * 5_000 + "Harbour",
    "deep lists": "<ul><li>" * 2_000 + "Harbour",
    "deep quotes": "<blockquote>" * 2_000 + "Harbour",
}
"""What it tries -> how. In all of them a reader would see the word."""

LOSING_THE_WORD = {
    "svg text": "<svg><text>Harbour</text></svg>",
    "script": "<script>Harbour</script>",
    "style": "<style>Harbour</style>",
    "template": "<template>Harbour</template>",
    "textarea": "<textarea>Harbour</textarea>",
    "title": "<title>Harbour</title>",
}
"""Places whose words are no part of a text."""

HOSTILE = KEEPING_THE_WORD | LOSING_THE_WORD

ATTRIBUTES: dict[str, set[str]] = {
    "a": {"href", "data-story"},
    "span": {"data-source"},
    "figure": {"data-photo", "data-embed"},
    "aside": {"class"},
    **{tag: set() for tag in ("p", "br", "strong", "em", "h2", "h3", "ul", "ol", "li")},
    "blockquote": set(),
}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.wrong: list[str] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ATTRIBUTES:
            self.wrong.append(tag)
        for name, value in attrs:
            if name not in ATTRIBUTES.get(tag, ()):
                self.wrong.append(f"{tag} {name}")
            if name == "href" and not str(value).startswith(
                ("https://", "http://", "/", "mailto:")
            ):
                self.wrong.append(f"href {value}")
            if name == "class" and value != "pullquote":
                self.wrong.append(f"class {value}")

    def handle_data(self, data: str) -> None:
        self.words += data

    def handle_comment(self, data: str) -> None:
        self.wrong.append(f"comment {data}")

    def handle_decl(self, decl: str) -> None:
        self.wrong.append(f"declaration {decl}")

    def handle_pi(self, data: str) -> None:
        self.wrong.append(f"instruction {data}")


def read(html: str) -> tuple[list[str], str]:
    """What is wrong with the HTML, read by a parser that is not ours; and its words."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.wrong, reader.words
