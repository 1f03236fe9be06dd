#include "grammars/formats/json_records.hpp"

#include "grammars/formats/nested_columns.hpp"

namespace daicho {

JsonRecords::JsonRecords(JsonReader& reader, const JsonLayout& layout)
    : reader_(reader), kind_(layout.kind), whole_(layout.pointer.empty()) {
    go_to(layout.pointer);
    if (kind_ == JsonLayout::Kind::array || kind_ == JsonLayout::Kind::rows) reader_.expect('[');
}

void JsonRecords::go_to(const std::string& pointer) {
    for (const std::string& step : pointer_steps(pointer)) {
        reader_.expect('{');
        for (bool first = true; reader_.more('}', first);) {
            if (reader_.key() == step) break;
            reader_.pass_over();
        }
    }
}

void JsonRecords::refuse(const std::string& ja, const std::string& en) const {
    reader_.refuse(place_, ja + "。オブジェクトの配列か、1 行に 1 オブジェクトの JSON が必要です。",
                   en + "; expected an array of objects, or one object a line");
}

bool JsonRecords::next() {
    if (ended_) return false;
    const std::uint64_t line_before = place_.line;
    const bool lines = kind_ == JsonLayout::Kind::lines;
    if (lines) {
        ended_ = reader_.peek() == '\0';
    } else if (kind_ == JsonLayout::Kind::single) {
        ended_ = !first_;
    } else {
        ended_ = !reader_.more(']', first_);
        if (ended_ && whole_) reader_.expect_end();
    }
    if (ended_) return false;
    const char sign = reader_.peek();
    place_ = reader_.place();
    const bool same_line = lines && !first_ && place_.line == line_before;
    first_ = false;
    if (sign != (kind_ == JsonLayout::Kind::rows ? '[' : '{') || same_line) {
        lines ? refuse("この行は JSON のオブジェクト一つではありません", "the line is not one JSON object")
              : refuse("配列の要素がオブジェクトではありません", "an element of the array is not an object");
    }
    return true;
}

void JsonRecords::read(JsonListener& listener) {
    reader_.read(listener);
    check_line();
}

void JsonRecords::read(JsonRecordListener& listener) {
    reader_.read(listener, shapes_);
    check_line();
}

void JsonRecords::check_line() const {
    if (kind_ == JsonLayout::Kind::lines && reader_.place().line != place_.line) {
        refuse("この行は JSON のオブジェクト一つではありません", "the line is not one JSON object");
    }
}

}  // namespace daicho
