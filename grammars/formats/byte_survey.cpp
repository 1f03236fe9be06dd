#include "grammars/formats/byte_survey.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "grammars/formats/encoding_trial.hpp"
#include "grammars/formats/simd.hpp"

namespace daicho {

namespace {

/// So many more invalid bytes than characters, and it is not UTF-8.
constexpr std::uint64_t clear_case = 1000;

std::size_t form_size(char lead) {
    const auto byte = static_cast<unsigned char>(lead);
    return byte < 0x80 ? 1 : byte < 0xC2 ? 0 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : byte < 0xF5 ? 4 : 0;
}

/// Whether `rest`, which is no whole character, becomes one with more bytes behind it.
bool begins_character(std::string_view rest) {
    const std::size_t size = form_size(rest[0]);
    if (size <= rest.size()) return false;
    if (rest.size() == 1) return true;
    std::string whole{rest};
    whole.resize(size, '\x80');
    return valid_utf8_prefix(whole) == size;
}

/// Counts the characters of UTF-8 and what is none, block by block.
class FormCounter {
 public:
    explicit FormCounter(ByteSurvey& found) : found_(found) {}

    void add(std::string_view block, bool last) {
        if (given_up_) return;
        if (!carried_.empty()) finish_carried(block);
        count(block);
        if (!last || carried_.empty()) return;
        found_.cut = found_.invalid == 0;
        found_.invalid += carried_.size();
    }

 private:
    /// The character that the block before began.
    void finish_carried(std::string_view& block) {
        std::string joined = std::move(carried_);
        const std::size_t old = joined.size();
        carried_.clear();
        joined.append(block.substr(0, std::min(block.size(), form_size(joined[0]) - old)));
        if (valid_utf8_prefix(joined) == joined.size()) {
            count_forms(joined);
            block.remove_prefix(joined.size() - old);
        } else if (joined.size() < form_size(joined[0]) && begins_character(joined)) {
            carried_ = std::move(joined);
            block = {};
        } else {
            found_.invalid += old;
        }
    }

    void count(std::string_view rest) {
        while (!rest.empty()) {
            const std::size_t good = valid_utf8_prefix(rest);
            count_forms(rest.substr(0, good));
            rest.remove_prefix(good);
            if (rest.empty()) return;
            if (begins_character(rest)) {
                carried_.assign(rest);
                return;
            }
            rest.remove_prefix(1);
            found_.invalid += 1;
            given_up_ = found_.invalid > found_.long_forms + found_.short_forms + clear_case;
            if (given_up_) return;
        }
    }

    void count_forms(std::string_view text) {
        if (ascii_prefix(text) == text.size()) return;
        const std::size_t long_forms = count_from(text, 0xE0);
        found_.short_forms += count_from(text, 0xC0) - long_forms;
        found_.long_forms += long_forms;
    }

    ByteSurvey& found_;
    std::string carried_;
    bool given_up_ = false;
};

void count_nuls(std::string_view block, std::uint64_t offset, ByteSurvey& found) {
    for (std::size_t at = block.find('\0'); at != block.npos; at = block.find('\0', at + 1)) {
        found.nuls[(offset + at) % 2] += 1;
        const char before = at > 0 ? block[at - 1] : found.tail.empty() ? ' ' : found.tail.back();
        found.nul_runs += before != '\0';
    }
    const std::size_t last = block.find_last_not_of('\0');
    found.padding = last == block.npos ? found.padding + block.size() : block.size() - last - 1;
}

/// UTF-16 ends with two bytes 0 at most, and one more where a byte is lost.
void leave_out_padding(ByteSurvey& found) {
    constexpr std::uint64_t least = 4;
    if (found.padding < least || found.padding == found.size) found.padding = 0;
    if (found.padding == 0) return;
    const std::uint64_t half = found.padding / 2;
    const std::uint64_t begin = found.size - found.padding;
    found.nuls[begin % 2] -= found.padding - half;
    found.nuls[1 - begin % 2] -= half;
    found.nul_runs -= 1;
}

}  // namespace

ByteSurvey survey_bytes(ByteSource& source, std::size_t skip) {
    ByteSurvey found;
    FormCounter forms{found};
    read_through(source, skip, [&](std::string_view block, bool last) {
        count_nuls(block, found.size, found);
        found.size += block.size();
        found.escape = found.escape || block.find('\x1B') != block.npos;
        found.ascii = found.ascii && ascii_prefix(block) == block.size();
        forms.add(block, last);
        found.tail.append(block.substr(block.size() - std::min<std::size_t>(block.size(), 4)));
        if (found.tail.size() > 4) found.tail.erase(0, found.tail.size() - 4);
        return true;
    });
    leave_out_padding(found);
    return found;
}

}  // namespace daicho
