"""The suppliers a newsroom meets first. The desk's own table starts from these and grows.

Names are as the supplier prints itself in a credit. Misspellings stand among the other names
because they occur in real files.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from articles.vocabulary import RightsCategory


@dataclass(frozen=True, kw_only=True)
class KnownSupplier:
    """A supplier as the desk's table has it: `name` as printed, `aliases` as also written."""

    name: str
    aliases: tuple[str, ...] = ()
    is_distributor: bool = False
    rights_category: RightsCategory = RightsCategory.AGENCY


def _agency(name: str, *aliases: str) -> KnownSupplier:
    return KnownSupplier(name=name, aliases=aliases)


def _distributor(name: str, *aliases: str) -> KnownSupplier:
    return KnownSupplier(name=name, aliases=aliases, is_distributor=True)


def _other(name: str, *aliases: str, rights: RightsCategory) -> KnownSupplier:
    return KnownSupplier(name=name, aliases=aliases, rights_category=rights)


# fmt: off
KNOWN_SUPPLIERS: tuple[KnownSupplier, ...] = (
    _agency("AAP", "AAP Image", "AAP Images", "Australian Associated Press"),
    _agency("ABACA", "ABACAPRESS", "Abaca Press"),
    _agency("AFP", "AFP Photo", "AFP Photos", "Agence France-Presse", "Agence France Presse"),
    _distributor("Alamy", "Alamy Stock Photo", "Alamy Live News", "Alamy Images"),
    _agency("Anadolu", "Anadolu Agency", "Anadolu Images"),
    _agency("ANP"),
    _agency("ANSA"),
    _agency("AP", "AP Photo", "AP Photos", "AP Images", "Associated Press", "The Associated Press",
            "Invision", "Invision AP"),
    _distributor("Avalon", "Avalon.red"),
    _agency("Belga", "Belga Photo", "Belga Image"),
    _agency("Bloomberg", "Bloomberg News"),
    _agency("Camera Press"),
    _agency("Canadian Press", "The Canadian Press"),
    _agency("CTK", "ČTK"),
    _agency("DHA", "Demirören News Agency", "Depo Photos"),
    _agency("dpa", "Deutsche Presse-Agentur"),
    _agency("EFE", "Agencia EFE"),
    _agency("EPA", "EPA-EFE", "EPA Images", "European Pressphoto Agency"),
    _agency("Eyevine"),
    _agency("FilmMagic"),
    _distributor("Getty Images", "Getty", "GettyImages", "Getty Image", "Getty Images Europe",
                 "Getty Images North America", "Getty Images AsiaPac"),
    _agency("Hans Lucas"),
    _agency("Hulton Archive", "Hulton", "Hulton-Deutsch"),
    _distributor("Imago", "Imago Images"),
    _agency("Jiji Press", "Jiji"),
    _agency("Keystone"),
    _agency("Kyodo", "Kyodo News"),
    _agency("Lehtikuva"),
    _agency("LightRocket"),
    _agency("Magnum", "Magnum Photos"),
    _agency("NTB", "NTB Scanpix"),
    _agency("NurPhoto"),
    _agency("PA", "PA Media", "PA Wire", "PA Images", "PA Archive", "PA Photos",
            "Press Association", "Press Association Images", "The Press Association"),
    _agency("Panos", "Panos Pictures"),
    _agency("PAP"),
    _distributor("picture alliance", "picture-alliance", "dpa picture-alliance"),
    _agency("Polaris", "Polaris Images"),
    _agency("PTI", "Press Trust of India"),
    _distributor("Redux", "Redux Pictures"),
    _agency("Reuters", "Reuter", "Rueters", "Reuteurs", "Retuers", "Reutres", "Reuers", "Reuteres",
            "Reuters Pictures", "Thomson Reuters"),
    _agency("Rex", "Rex Features"),
    _agency("Ritzau Scanpix", "Ritzau", "Scanpix"),
    _distributor("Shutterstock", "Shutterstock.com", "Shutterstock Editorial"),
    _agency("SIPA", "SIPA Press", "SIPA USA"),
    _agency("SOPA Images"),
    _agency("Sputnik", "RIA Novosti"),
    _agency("SWNS", "South West News Service"),
    _agency("TASS", "ITAR-TASS"),
    _agency("TT", "TT News Agency"),
    _agency("Ukrinform"),
    _agency("UPI", "United Press International"),
    _agency("VII", "VII Photo", "VII Agency"),
    _agency("WireImage"),
    _agency("Xinhua", "Xinhua News Agency"),
    _agency("Yonhap", "Yonhap News", "Yonhap News Agency"),
    _distributor("Zuma Press", "Zuma", "Zuma Wire", "ZUMAPRESS", "ZUMAPRESS.com",
                 "Zuma Press Wire"),
    _other("NASA", rights=RightsCategory.PUBLIC_DOMAIN),
    # No agencies, but printed in an agency's place, and with rights of their own.
    _other("Handout", "Handout Photo", "Handout Image", "HO", rights=RightsCategory.HANDOUT),
    _other("Pool", "Pool Photo", rights=RightsCategory.POOL),
)
# fmt: on


def spelling(name: str) -> str:
    """How a name is looked up: in small letters, with single spaces and no full stop behind."""
    return " ".join(name.lower().split()).rstrip(".")


def names_of(suppliers: Iterable[KnownSupplier]) -> dict[str, str]:
    """Each name as it is looked up -> the name as we print it."""
    return {
        spelling(name): supplier.name
        for supplier in suppliers
        for name in (supplier.name, *supplier.aliases)
    }


SUPPLIERS = names_of(KNOWN_SUPPLIERS)
DISTRIBUTORS = frozenset(one.name for one in KNOWN_SUPPLIERS if one.is_distributor)
