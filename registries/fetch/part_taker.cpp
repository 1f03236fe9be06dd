#include "registries/fetch/part_taker.hpp"

#include <algorithm>

#include "registries/fetch/content_kind.hpp"
#include "registries/fetch/fetch_watcher.hpp"

namespace daicho {

bool PartTaker::refuse(BothTexts fault) {
    kind_ = AnswerKind::fault;
    fault_ = std::move(fault);
    if (started_) part_.discard();
    return false;
}

bool PartTaker::too_large(std::uint64_t size) {
    if (size <= max_size_) return false;
    const std::string limit = std::to_string(max_size_);
    refuse({"大きさが限度（" + limit + " バイト）を超えています",
            "it is larger than the limit of " + limit + " bytes"});
    return true;
}

bool PartTaker::take_head(const HttpHead& head) {
    kind_ = AnswerKind::refusal;
    if (head.status != 200 && head.status != 206) return false;
    if (!head.content_encoding.empty() && head.content_encoding != "identity") {
        return refuse({"要求していない圧縮形式（" + head.content_encoding + "）で送られてきました",
                       "it was sent in an encoding that was not asked for (" + head.content_encoding + ")"});
    }
    return head.status == 206 ? take_rest(head) : take_whole(head);
}

bool PartTaker::take_whole(const HttpHead& head) {
    if (head.length && too_large(*head.length)) return false;
    state_ = {download_.url, head.etag, head.last_modified, head.length};
    kind_ = AnswerKind::body;
    return true;
}

bool PartTaker::take_rest(const HttpHead& head) {
    const bool fits =
        asked_from_ != 0 && head.range && head.range->first == asked_from_ &&
        (!part_.state().total || !head.range->total || part_.state().total == head.range->total);
    kind_ = fits ? AnswerKind::body : AnswerKind::misfit;
    if (!fits) return false;
    part_.go_on(asked_from_);
    started_ = true;
    return true;
}

bool PartTaker::take_body(std::string_view bytes) {
    if (!started_) {
        const auto missing = std::min(bytes.size(), judged_start - start_.size());
        start_.append(bytes.substr(0, missing));
        bytes.remove_prefix(missing);
        if (start_.size() < judged_start) return true;
        if (!start_whole()) return false;
    }
    if (too_large(part_.size() + bytes.size())) return false;
    part_.append(bytes);
    watcher_.progress(download_, part_.size(), part_.state().total);
    return true;
}

bool PartTaker::start_whole() {
    if (auto wrong = wrong_start(download_.content, download_.file, start_)) return refuse(std::move(*wrong));
    if (too_large(start_.size())) return false;
    part_.begin(std::move(state_));
    started_ = true;
    part_.append(start_);
    return true;
}

void PartTaker::finish() {
    if (kind_ == AnswerKind::body && !started_) start_whole();
}

}  // namespace daicho
