#include "registries/lookup/corporation_line.hpp"

#include <utility>

#include "grammars/formats/json_value.hpp"

namespace daicho {

CorporationLine read_corporation_line(std::string_view line) {
    if (const std::size_t tab = line.find('\t'); tab != line.npos) {
        const std::string_view rest = line.substr(tab + 1);
        return {std::string(line.substr(0, tab)), std::string(rest.substr(0, rest.find('\t')))};
    }
    if (line.starts_with('{')) {
        const auto object = parse_json(line);
        if (object && object->kind == JsonKind::object) {
            std::string query(object->text_of("number"));
            if (query.empty()) query = object->text_of("name");
            std::string address(object->text_of("address"));
            if (!query.empty() || !address.empty()) return {std::move(query), std::move(address)};
        }
    }
    return {std::string(line), {}};
}

bool may_have_address(std::string_view line) {
    return line.find('\t') != line.npos || line.starts_with('{');
}

}  // namespace daicho
