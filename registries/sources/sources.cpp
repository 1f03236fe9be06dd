#include "registries/sources/source.hpp"

namespace daicho {

std::span<const Source> sources() {
    static const Source table[] = {
        address_registry_source(),
        corporate_number_source(),
        postal_code_source(),
        land_map_source(),
    };
    return table;
}

}  // namespace daicho
