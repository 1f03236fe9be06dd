#include "grammars/formats/mojibake_text.hpp"

#include <string>

#include "catch2/catch.hpp"

using namespace daicho;

namespace {

/// A text that comes line by line.
class SingleLines final : public LineBlocks {
 public:
    explicit SingleLines(std::string_view text) : text_(text) {}

    bool next(std::string& block) override {
        const std::size_t size = std::min(text_.find('\n', at_), text_.size() - 1) + 1 - at_;
        if (at_ == text_.size()) return false;
        block = text_.substr(at_, size);
        at_ += size;
        return true;
    }
    void rewind() override { at_ = 0; }

 private:
    std::string_view text_;
    std::size_t at_ = 0;
};

std::string repaired(std::string_view text, const RepairPlan& plan) {
    SingleLines lines(text);
    std::string out;
    for (std::string block; lines.next(block);) out += repaired_text(block, find_garbled_parts(block, plan));
    return out;
}

RepairPlan plan_for(std::string_view text) {
    SingleLines lines(text);
    return plan_repair(lines);
}

}  // namespace

TEST_CASE("cells are repaired one by one, the rest stays as it was") {
    const std::string text = "id,名称\r\n1,\"縺薙ｓ縺ｫ縺｡縺ｯ\"\r\n2,市役所\r\n3,縺ゅ＞縺・\r\n";
    const RepairPlan plan = plan_for(text);
    CHECK(plan.garbled);
    CHECK_FALSE(plan.whole);
    const auto found = find_garbled_parts(text, plan);
    REQUIRE(found.size() == 2);
    CHECK(found[0].line == 2);
    REQUIRE(found[0].repair);
    CHECK(found[1].line == 4);
    CHECK_FALSE(found[1].repair);
    CHECK(repaired(text, plan) == "id,名称\r\n1,\"こんにちは\"\r\n2,市役所\r\n3,縺ゅ＞縺・\r\n");
}

TEST_CASE("a file that was misread as a whole is repaired as a whole, short cells of other blocks too") {
    const std::string text = "番号,名称,区\n1,こんにちは世界,北\n2,市役所本庁舎,南\n3,,東\n";
    const Misreading western{Encoding::utf8, MisreadAs::western};
    const auto garbled = misread(text, western);
    REQUIRE(garbled);
    const RepairPlan plan = plan_for(*garbled);
    CHECK(plan.whole);
    CHECK(repaired(*garbled, plan) == text);
    CHECK_FALSE(plan_for(*garbled + "4,別の市,西\n").whole);
}

TEST_CASE("a clean text has no garbled parts") {
    CHECK_FALSE(plan_for("番号,名称\n1,市役所\n2,髙島屋\n").garbled);
    CHECK_FALSE(plan_for("").garbled);
    CHECK_FALSE(plan_for("a,b\n").garbled);
}
