"""What the site says of itself: publisher, address, repository. An unset value leaves its feature out."""

from pydantic import Field

from site_plugins.records.base import Model, Point, Text
from site_plugins.records.ids import OrganisationId
from site_plugins.records.values import Email, Line, OwnAddress, Root


class DataOfficer(Model):
    """Who answers for the open data, in office; no private number."""

    name: Text = Field(title="Имя и должность")
    phone: Line | None = Field(None, title="Служебный телефон")
    email: Email | None = Field(None, title="Служебная почта")


def withdrawn_as(address: str) -> str:
    """What `withdrawn` calls an address or a path of the site: no slash at its ends, a folder's name as in addresses."""
    return address.strip("/").replace("_", "-")


class SiteFacts(Model):
    """`data/site.yml`."""

    title: Text = Field(title="Название сайта")
    description: Text = Field(title="О чём сайт")
    notice: Text = Field(title="Оговорка внизу страницы")
    url: Root | None = Field(None, title="Адрес сайта")
    repository: Root | None = Field(None, title="Адрес хранилища", description="Для карандаша и «Сообщить об ошибке»")
    branch: str = Field("main", title="Ветка")
    contact: Email | None = Field(None, title="Почта для сообщений")
    publisher: Text | None = Field(None, title="Кто издаёт сайт", description="Владелец открытых данных")
    data_officer: DataOfficer | None = Field(None, title="Ответственный за открытые данные")
    data_licence: Text | None = Field(None, title="Лицензия данных")
    withdrawn: list[OwnAddress] = Field(
        default_factory=list, title="Снято с сайта", description="Записи и адреса, которые удалили намеренно: events/primer-2019"
    )
    city: Text = Field(title="Город")
    point: Point = Field(title="Координаты города")
    time_zone: str = Field(title="Часовой пояс")
    city_hall: OrganisationId | None = Field(None, title="Кто ведёт связи города", description="К кому идти тому, кому больше не к кому")
