"""House style: rows that sub-editors keep, each tried on the archive before it is switched on."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from articles.admin.house_rule_form import HouseRuleForm
from articles.desk.house_rule import HouseRule
from articles.publishing.refusal import Refused
from articles.publishing.try_rule import switch_off, switch_on, try_rule


@admin.register(HouseRule)
class HouseRuleAdmin(admin.ModelAdmin[HouseRule]):
    form = HouseRuleForm
    change_form_template = "admin/articles/houserule/change_form.html"
    list_display = ["words", "kind", "advice", "instead", "is_on"]
    list_filter = ["is_on", "kind", "is_expression", "language"]
    search_fields = ["words", "advice", "instead"]
    fields = [
        "kind",
        ("words", "is_expression"),
        *("advice", "instead", "example", "counter_example", "language"),
    ]

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        own = path("<int:pk>/try/", wrap(try_page), name="articles_houserule_try")
        return [own, *super().get_urls()]

    def save_model(self, request: HttpRequest, obj: HouseRule, form: Any, change: Any) -> None:
        """A rule that finds something else than it did is off until it was tried again."""
        before = HouseRule.objects.filter(pk=obj.pk).first() if change else None
        if before and before.is_on and before.sought != obj.sought:
            obj.is_on = False
            messages.warning(request, f"“{obj}” is off until it is tried on the archive again.")
        super().save_model(request, obj, form, change)

    def response_add(
        self, request: HttpRequest, obj: HouseRule, post_url_continue: Any = None
    ) -> HttpResponse:
        """A new rule goes straight to its trial."""
        if "_addanother" in request.POST or "_popup" in request.POST:
            return super().response_add(request, obj, post_url_continue)
        return HttpResponseRedirect(reverse("admin:articles_houserule_try", args=[obj.pk]))


@require_http_methods(["GET", "HEAD", "POST"])
def try_page(request: HttpRequest, pk: int) -> HttpResponse:
    """GET: what the rule would find in live stories. POST: `on` with what was tried, or `off`."""
    if not request.user.has_perm("articles.view_houserule"):
        raise PermissionDenied
    rule = HouseRule.objects.filter(pk=pk).first()
    if rule is None:
        raise Http404
    refused: tuple[str, ...] = ()
    if request.method == "POST":
        if not request.user.has_perm("articles.change_houserule"):
            raise PermissionDenied
        try:
            sentence = _switch(request, rule)
        except Refused as refusal:
            refused = refusal.sentences
            rule.refresh_from_db()
        else:
            messages.success(request, sentence)
            return HttpResponseRedirect(reverse("admin:articles_houserule_changelist"))
    context = {
        **admin.site.each_context(request),
        "title": f"Try “{rule}” on the archive",
        "rule": rule,
        "trial": try_rule(rule),
        "refused": refused,
        "may_switch": request.user.has_perm("articles.change_houserule"),
        "opts": HouseRule._meta,
    }
    status = 409 if refused else 200
    return TemplateResponse(request, "admin/articles/houserule/try.html", context, status=status)


def _switch(request: HttpRequest, rule: HouseRule) -> str:
    if "off" in request.POST:
        switch_off(rule)
        return f"“{rule}” is off."
    switch_on(rule, tried=request.POST.get("tried", ""), at=timezone.now())
    return f"“{rule}” is on: it is asked of every story from now on."
