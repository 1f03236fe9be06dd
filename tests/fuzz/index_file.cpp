// A damaged index of addresses: it is refused, or each question is answered or refused; no other memory is
// looked at and nothing goes on for ever.
#include <cstdint>
#include <string>
#include <string_view>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "registries/address/address_matcher.hpp"
#include "tests/support/damaged_bytes.hpp"
#include "tests/support/scratch_folder.hpp"
#include "tests/support/small_places.hpp"

namespace {

using namespace daicho;

constexpr std::string_view questions[] = {"東京都文京区白山一丁目1-1",
                                          "白山1-2-3",
                                          "石川県金沢市野町3-11-1",
                                          "札幌市中央区北3条西1丁目",
                                          "屋久島町一湊１番地２",
                                          "盛岡市上米内10地割",
                                          "京都市上京区寺町通今出川上る藪之内町",
                                          "ハクサン1-1",
                                          "1-1-1 Hakusan, Bunkyo-ku, Tokyo",
                                          "三田甲5",
                                          "文京区白川1-1"};

const std::string& whole_index() {
    static const SmallAddressIndex made = small_places();
    static const std::string bytes = read_file(made.path());
    return bytes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const ScratchFolder folder;
    const std::string path = folder.write("x.index", damaged(whole_index(), {data, size}));
    try {
        const AddressIndex index = AddressIndex::open(path);
        const AddressMatcher matcher{index};
        for (const std::string_view question : questions) {
            try {
                static_cast<void>(matcher.match(question));
            } catch (const Error&) {
                continue;
            }
        }
    } catch (const Error&) {
        return 0;
    }
    return 0;
}
