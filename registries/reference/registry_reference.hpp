#pragma once

#include <memory>
#include <string>

#include "models/engine/reference_data.hpp"

namespace daicho {

/// Answers from a registry, and from the compiled-in tables where it does not know. Kinds, beside those of
/// `embedded_reference`:
///
///   find("town", lg_code + machiaza_id)        町字ID of アドレス・ベース・レジストリ
///   find("corporation", number)                法人番号
///   find("postal_code", seven digits)          郵便番号
///   text("town", "131059/0001001", "known")    yes, no
///   text("town", "131059/0001001", "name")     its name, as published
///   text("town", "131059/0001001/白山一丁目", "named_so")  whether that is its name: yes, no
///   text("postal_code", "1120001/131059/白山", "agrees")   whether the code belongs to the town: yes, no
///   text("position", "131059/35.71/139.75", "inside")     whether the place may lie in the municipality:
///   yes, no
///   text("corporation", number, "name")        what the register of corporations says today: kana,
///   english_name, kind, prefecture, city, street, address, municipality, postal_code of its seat too
///   text("programme", 制度番号, "authority")    what datasets of support programmes say: title, enquiries
///   too
///
/// An empty text says that the registry does not cover the question, or cannot tell. Throws Error where
/// `path` is no registry that this program reads.
std::unique_ptr<ReferenceData> registry_reference(const std::string& path);

}  // namespace daicho
