#include "registries/sources/place_key.hpp"
#include "registries/sources/source.hpp"

namespace daicho {

// アドレス・ベース・レジストリ, the files mt_*; columns in models/publications/address_registry.gifm. Keys as
// the data dictionary of the registry has them: a town is told by its flag of residence indication too, a
// parcel by prc_id within its town.
Source address_registry_source() {
    return {
        .id = "address-registry",
        .title = {"アドレス・ベース・レジストリ", "Address base registry"},
        .publisher = "デジタル庁",
        .url = "https://www.digital.go.jp/policies/base_registry_address",
        .licence = "CC-BY-4.0",
        .credit = "アドレス・ベース・レジストリ（デジタル庁）",
        .layouts =
            {
                {.table = "prefecture",
                 .model = "publications.address_registry/AddressPrefecture",
                 .key = {"lg_code"},
                 .coverage = "lg_code"},
                {.table = "municipality",
                 .model = "publications.address_registry/AddressCity",
                 .key = {"lg_code"},
                 .coverage = "lg_code",
                 .coverage_size = 2},
                {.table = "town",
                 .model = "publications.address_registry/AddressTown",
                 .key = {"lg_code", "machiaza_id", "rsdt_addr_flg"},
                 .coverage = "lg_code",
                 .derived = {{"name_key", {"oaza_cho", "chome", "koaza"}, add_place_key},
                             {"kana_key", {"oaza_cho_kana", "chome_kana", "koaza_kana"}, add_place_key}},
                 .indexes = {"name_key, lg_code", "kana_key, lg_code"},
                 .references = {{"municipality", {"lg_code"}}}},
                {.table = "residence",
                 .model = "publications.address_registry/AddressResidence",
                 .key = {"lg_code", "machiaza_id", "blk_id", "rsdt_id", "rsdt2_id"},
                 .coverage = "lg_code",
                 .references = {{"town", {"lg_code", "machiaza_id"}}}},
                {.table = "parcel",
                 .model = "publications.address_registry/AddressParcel",
                 .key = {"lg_code", "machiaza_id", "prc_id"},
                 .coverage = "lg_code",
                 .references = {{"town", {"lg_code", "machiaza_id"}}}},
                {.table = "prefecture_municipality_position",
                 .model = "publications.address_registry/AddressPlacePosition",
                 .key = {"lg_code"},
                 .coverage = "lg_code"},
                {.table = "town_position",
                 .model = "publications.address_registry/AddressTownPosition",
                 .key = {"lg_code", "machiaza_id", "rsdt_addr_flg", "rep_lat", "rep_lon"},
                 .coverage = "lg_code",
                 .place = "town",
                 .references = {{"town", {"lg_code", "machiaza_id"}}}},
                {.table = "residence_position",
                 .model = "publications.address_registry/AddressResidencePosition",
                 .key = {"lg_code", "machiaza_id", "blk_id", "rsdt_id", "rsdt2_id", "rep_lat", "rep_lon"},
                 .coverage = "lg_code",
                 .place = "residence",
                 .references = {{"residence",
                                 {"lg_code", "machiaza_id", "blk_id", "rsdt_id", "rsdt2_id"},
                                 "town_position"}}},
                {.table = "parcel_position",
                 .model = "publications.address_registry/AddressParcelPosition",
                 .key = {"lg_code", "machiaza_id", "prc_id"},
                 .coverage = "lg_code",
                 .place = "parcel",
                 .references = {{"parcel", {"lg_code", "machiaza_id", "prc_id"}, "town_position"}}},
            },
    };
}

}  // namespace daicho
