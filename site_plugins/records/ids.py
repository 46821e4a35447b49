"""References: the id of a record as the value of a field that says of which type."""

from typing import Annotated, Any, NamedTuple, cast

from pydantic import Field, GetCoreSchemaHandler, SerializationInfo
from pydantic_core import CoreSchema, core_schema
from typing_extensions import TypedDict


class Link(TypedDict):
    """A reference as JSON gives it."""

    id: Annotated[str, Field(title="Имя записи")]
    json: Annotated[str, Field(title="Адрес записи в JSON", json_schema_extra={"format": "uri-reference"})]


class RefersTo(NamedTuple):
    """Marks a field whose value is the id of a record in the folder `data/<folder>/`.

    As JSON it is a Link; the serializer's context tells its address: a function of the folder and the id.
    """

    folder: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        as_link = core_schema.plain_serializer_function_ser_schema(
            self._link, info_arg=True, return_schema=handler.generate_schema(Link), when_used="json"
        )
        return cast("CoreSchema", {**handler(source), "serialization": as_link})

    def _link(self, record_id: str, info: SerializationInfo) -> Link:
        return {"id": record_id, "json": info.context(self.folder, record_id) if info.context else record_id}


SourceId = Annotated[str, RefersTo("sources")]
CityId = Annotated[str, RefersTo("cities")]
EventId = Annotated[str, RefersTo("events")]
OrganisationId = Annotated[str, RefersTo("organisations")]
IndustrialSiteId = Annotated[str, RefersTo("industrial_sites")]
Sources = Annotated[list[SourceId], Field(min_length=1, title="Источники")]
