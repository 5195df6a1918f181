"""The readers' addresses. People, feeds and other programs rely on them."""

from __future__ import annotations

from collections.abc import Callable

from django.http.response import HttpResponseBase
from django.urls import path, re_path, register_converter

from articles.site import (
    about,
    archive,
    corrections,
    errors,
    history,
    listings,
    media,
    robots,
    stories,
)
from articles.site.feeds import views as feeds
from articles.site.feeds.formats import FORMATS
from articles.site.search import view as search_view
from articles.site.sitemaps import views as sitemaps

register_converter(media.CopyName, "copy")
register_converter(about.Colours, "colours")
register_converter(about.LogoName, "logo")

FEEDS: dict[str, Callable[..., HttpResponseBase]] = {
    "": feeds.paper,
    "section/<slug:slug>/": feeds.section,
    "tag/<slug:slug>/": feeds.tag,
    "by/<slug:slug>/": feeds.author,
    "corrections/": feeds.corrections,
}
"""The listings that have feeds, in every format below them."""

app_name = "site"
urlpatterns = [
    path("", listings.home, name="home"),
    path("section/<slug:slug>/", listings.section, name="section"),
    path("tag/<slug:slug>/", listings.tag, name="tag"),
    path("by/<slug:slug>/", listings.author, name="author"),
    path("<yyyy:year>/", archive.year, name="year"),
    path("<yyyy:year>/<dd:month>/", archive.month, name="month"),
    path("<yyyy:year>/<dd:month>/<dd:day>/", archive.day, name="day"),
    path("<yyyy:year>/<dd:month>/<dd:day>/<slug:slug>/", stories.story, name="story"),
    path("<yyyy:year>/<dd:month>/<dd:day>/<slug:slug>/history/", history.history, name="history"),
    path(
        "<yyyy:year>/<dd:month>/<dd:day>/<slug:slug>/history/<int:number>/",
        history.edition,
        name="edition",
    ),
    path("search/", search_view.search, name="search"),
    path("corrections/", corrections.corrections, name="corrections"),
    path("about/", about.contents, name="abouts"),
    path("about/<slug:slug>/", about.about, name="about"),
    path("colours/<colours:colours>.css", about.colours, name="colours"),
    path("logo/<logo:name>", about.logo, name="logo"),
    *(
        path(f"{listing}feed/{form.ending}", view, {"form": form})
        for listing, view in FEEDS.items()
        for form in FORMATS
    ),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-pages.xml", sitemaps.pages, name="sitemap-pages"),
    path("sitemap-news.xml", sitemaps.news, name="sitemap-news"),
    path("sitemap-<yyyy:year>-<dd:month>.xml", sitemaps.month, name="sitemap-month"),
    path("media/<copy:name>", media.copy, name="media"),
    path("robots.txt", robots.robots, name="robots"),
    path("favicon.ico", robots.icon, name="icon"),
    re_path("", errors.anything_else),  # stays the last
]
