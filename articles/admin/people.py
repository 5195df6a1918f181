"""Log-ins. Administrators make them and put them in groups; nobody makes a superuser here."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group, User
from django.db.models import QuerySet
from django.http import HttpRequest

from articles.admin.person import person as person_of
from articles.desk.story import Story
from articles.publishing.lose_permission import lose_permissions

admin.site.unregister(User)
admin.site.unregister(Group)  # groups are what `desk.roles` says, not what somebody clicked


@admin.register(User)
class PersonAdmin(UserAdmin[User]):
    list_display = ["username", "first_name", "last_name", "email", "roles", "is_active"]
    filter_horizontal = ["groups"]
    fieldsets = [
        (None, {"fields": ["username", "password"]}),
        ("Person", {"fields": ["first_name", "last_name", "email"]}),
        ("At the desk", {"fields": ["is_active", "is_staff", "groups"]}),
        ("Last seen", {"fields": ["last_login", "date_joined"]}),
    ]
    readonly_fields = ["last_login", "date_joined"]

    @admin.display(description="roles")
    def roles(self, person: User) -> str:
        return ", ".join(group.name for group in person.groups.all())

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        return super().get_queryset(request).prefetch_related("groups")

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:  # noqa: FBT001
        """Remembers what the account might do until now."""
        form.might = User.objects.get(pk=obj.pk).get_all_permissions() if change else set()
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: Any) -> None:
        """Once the groups are saved too, what hung on the account is asked again."""
        super().save_related(request, form, formsets, change)
        now = User.objects.get(pk=form.instance.pk)
        lost = form.might - now.get_all_permissions()
        _tell(request, lose_permissions(now, lost, by=person_of(request)))

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A superuser's log-in is changed by superusers alone, the password above all."""
        if obj is not None and obj.is_superuser and not request.user.is_superuser:
            return False
        return super().has_change_permission(request, obj)


def _tell(request: HttpRequest, called_off: list[Story]) -> None:
    """How many, and no more: who keeps accounts does not read the copy."""
    if called_off:
        some = "1 scheduled story does" if len(called_off) == 1 else f"{len(called_off)} stories do"
        messages.warning(
            request,
            f"{some} not go live without this account: the checks relied on it. Editors see which "
            "on their start page.",
        )
