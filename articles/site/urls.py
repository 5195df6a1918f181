"""The readers' addresses. People, feeds and other programs rely on them."""

from __future__ import annotations

from django.urls import path, re_path, register_converter

from articles.site import listings, media, robots, stories
from articles.site.dates import TwoDigits, Year

register_converter(Year, "yyyy")
register_converter(TwoDigits, "dd")

app_name = "site"
urlpatterns = [
    path("", listings.home, name="home"),
    path("section/<slug:slug>/", listings.section, name="section"),
    path("tag/<slug:slug>/", listings.tag, name="tag"),
    path("by/<slug:slug>/", listings.author, name="author"),
    path("<yyyy:year>/", listings.year, name="year"),
    path("<yyyy:year>/<dd:month>/", listings.month, name="month"),
    path("<yyyy:year>/<dd:month>/<dd:day>/", listings.day, name="day"),
    path("<yyyy:year>/<dd:month>/<dd:day>/<slug:slug>/", stories.story, name="story"),
    re_path(r"^media/(?P<name>[0-9a-f]{32}-[0-9]{1,5}\.jpg)$", media.rendition, name="media"),
    path("robots.txt", robots.robots, name="robots"),
]
