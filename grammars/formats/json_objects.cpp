#include "grammars/formats/json_objects.hpp"

namespace daicho {

JsonObjects::JsonObjects(JsonReader& reader) : reader_(reader) {
    lines_ = reader_.peek() != '[';
    if (!lines_) reader_.expect('[');
}

void JsonObjects::refuse(const std::string& ja, const std::string& en) const {
    reader_.refuse(place_, ja + "。オブジェクトの配列か、1 行に 1 オブジェクトの JSON が必要です。",
                   en + "; expected an array of objects, or one object a line");
}

bool JsonObjects::next() {
    if (ended_) return false;
    const std::uint64_t line_before = place_.line;
    if (lines_) {
        ended_ = reader_.peek() == '\0';
    } else {
        ended_ = !reader_.more(']', first_);
        if (ended_) reader_.expect_end();
    }
    if (ended_) return false;
    const bool object = reader_.peek() == '{';
    place_ = reader_.place();
    const bool same_line = lines_ && !first_ && place_.line == line_before;
    first_ = false;
    if (!object || same_line) {
        lines_ ? refuse("この行は JSON のオブジェクト一つではありません", "the line is not one JSON object")
               : refuse("配列の要素がオブジェクトではありません", "an element of the array is not an object");
    }
    return true;
}

void JsonObjects::read(JsonListener& listener) {
    reader_.read(listener);
    if (lines_ && reader_.place().line != place_.line) {
        refuse("この行は JSON のオブジェクト一つではありません", "the line is not one JSON object");
    }
}

}  // namespace daicho
