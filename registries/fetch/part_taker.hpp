#pragma once

#include <cstdint>
#include <string>

#include "grammars/base/both_texts.hpp"
#include "registries/fetch/http_client.hpp"
#include "registries/fetch/part_file.hpp"
#include "registries/fetch/source.hpp"

namespace daicho {

class FetchWatcher;

/// What an answer turned out to be.
enum class AnswerKind : std::uint8_t {
    none,     ///< there was none
    body,     ///< the file, or the rest of it
    refusal,  ///< another status than 200 and 206
    misfit,   ///< a part of another edition, or from another place, than was asked for: to be asked for anew
    fault,    ///< something else than was wanted
};

/// Takes one answer: its body goes into `part`, once its head and its first bytes are what was wanted. Until
/// then `part` stays as it was.
class PartTaker final : public HttpTaker {
 public:
    /// `asked_from`: the first byte that was asked for; 0: all of the file.
    PartTaker(const Download& download, PartFile& part, std::uint64_t asked_from, std::uint64_t max_size,
              FetchWatcher& watcher)
        : download_(download), part_(part), asked_from_(asked_from), max_size_(max_size), watcher_(watcher) {}

    bool take_head(const HttpHead& head) override;
    bool take_body(std::string_view bytes) override;
    /// No more comes. To be called once the answer has ended well.
    void finish();

    AnswerKind kind() const { return kind_; }
    const BothTexts& fault() const { return fault_; }

 private:
    bool take_whole(const HttpHead& head);
    bool take_rest(const HttpHead& head);
    bool start_whole();
    bool refuse(BothTexts fault);
    bool too_large(std::uint64_t size);

    const Download& download_;
    PartFile& part_;
    std::uint64_t asked_from_;
    std::uint64_t max_size_;
    FetchWatcher& watcher_;
    AnswerKind kind_ = AnswerKind::none;
    BothTexts fault_;
    PartState state_;    // of a whole file that is to come
    std::string start_;  // its first bytes, until they are judged; what was at hand before stays until then
    bool started_ = false;  // bytes go to the part
};

}  // namespace daicho
