#include "registries/address/address_matcher.hpp"

#include "registries/address/address_search.hpp"
#include "registries/address/answer_maker.hpp"
#include "registries/address/latin_reader.hpp"
#include "registries/address/latin_text.hpp"

namespace daicho {

namespace {

AddressAnswer match_latin(const IndexView& index, std::string_view text, const AddressOptions& options) {
    const auto reading = read_latin(index, text, options);
    if (!reading) return {};
    AddressSearch search{index, text, options, reading->text};
    AddressCandidates found = search.find_named(reading->towns);
    return make_address_answer(index, text, search, found, options);
}

}  // namespace

AddressAnswer AddressMatcher::match(std::string_view text, const AddressOptions& options) const {
    if (begins_in_latin(text)) {
        AddressAnswer answer = match_latin(index_, text, options);
        if (answer.found()) return answer;
    }
    AddressSearch search{index_, text, options};
    AddressCandidates found = search.find();
    AddressAnswer answer = make_address_answer(index_, text, search, found, options);
    return answer.found() || !begins_in_kana(text) ? answer : match_latin(index_, text, options);
}

}  // namespace daicho
