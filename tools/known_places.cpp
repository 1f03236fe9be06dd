#include "tools/known_places.hpp"

#include "registries/embedded/embedded_resolver.hpp"

namespace daicho {

namespace {

class KnownPlaces final : public AddressResolver {
 public:
    std::vector<Place> resolve(std::string_view text) const override {
        return embedded_resolver().resolve(text);
    }
    std::size_t municipality_size(std::string_view text) const override {
        return embedded_resolver().municipality_size(text);
    }
    bool is_city_and_county(std::string_view text) const override {
        return embedded_resolver().is_city_and_county(text);
    }
};

}  // namespace

const AddressResolver& known_places() {
    static const KnownPlaces places;
    return places;
}

}  // namespace daicho
