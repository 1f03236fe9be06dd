#include "registries/address/address_matcher.hpp"

#include "registries/address/address_search.hpp"
#include "registries/address/answer_maker.hpp"

namespace daicho {

AddressAnswer AddressMatcher::match(std::string_view text, const AddressOptions& options) const {
    AddressSearch search{index_, text, options};
    AddressCandidates found = search.find();
    return make_address_answer(index_, text, search, found, options);
}

}  // namespace daicho
