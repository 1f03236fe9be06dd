#include "tools/fixing/review_journal.hpp"

#include <catch2/catch.hpp>

#include "grammars/base/os_files.hpp"
#include "tests/support/scratch_folder.hpp"

namespace daicho {

namespace {

using Kind = ReviewDecision::Kind;

Finding finding_of(const std::string& value, std::uint64_t record) {
    Finding finding{.rule = {"T251"}, .record = record, .header = "電話番号", .item = "phoneNumber"};
    finding.value = value;
    return finding;
}

/// Of each value one finding; the fingerprint as the form has it.
std::vector<ReviewItem> items_of(const std::vector<std::string>& values, FingerprintForm form) {
    Fingerprints fingerprints(form);
    std::vector<ReviewItem> items;
    for (const std::string& value : values) {
        const Finding finding = finding_of(value, items.size() + 1);
        items.push_back({finding, review_id(fingerprints, finding), {}});
    }
    return items;
}

std::string line_of(const std::string& id, const std::string& value) {
    return "{\"finding\":\"" + id + "\",\"rule\":\"T251\",\"record\":1,\"decision\":\"change\",\"value\":\"" +
           value + "\"}\n";
}

}  // namespace

TEST_CASE("a review goes on that an earlier version began, in whatever form it knew findings") {
    const std::vector<std::string> values{"三丁目5番1号", "3-5-1", "a b", "a b", "x"};
    for (const auto form : {FingerprintForm::as_written, FingerprintForm::plain, FingerprintForm::numbers,
                            FingerprintForm::of_item}) {
        const ScratchFolder folder;
        const std::string table = folder / "t.csv";
        std::string text = "{\"review\":1}\n";
        for (const ReviewItem& item : items_of(values, form))
            text += line_of(item.id, std::to_string(item.finding.record));
        folder.write("t.csv.review.jsonl", text);
        std::vector<ReviewItem> items = items_of(values, FingerprintForm::of_item);
        ReviewJournal journal(table);
        const auto resumed = journal.resume(items);
        CAPTURE(static_cast<int>(form));
        CHECK(resumed.decided == values.size());
        CHECK(resumed.unknown == 0);
        for (const ReviewItem& item : items)
            CHECK(item.decision.value == std::to_string(item.finding.record));
        // What is noted now is read again by itself.
        items[0].decision.value = "other";
        journal.note({&items[0]});
        std::vector<ReviewItem> again = items_of(values, FingerprintForm::of_item);
        CHECK(ReviewJournal(table).resume(again).decided == values.size());
        CHECK(again[0].decision.value == "other");
        CHECK(again[4].decision.value == "5");
    }
}

TEST_CASE("decisions about findings that are not there are counted, and outlive the review") {
    const ScratchFolder folder;
    const std::string table = folder / "t.csv";
    const std::vector<ReviewItem> before = items_of({"x", "y"}, FingerprintForm::of_item);
    folder.write("t.csv.review.jsonl",
                 "{\"review\":2}\n" + line_of(before[0].id, "X") + line_of(before[1].id, "Y"));
    std::vector<ReviewItem> items = items_of({"x"}, FingerprintForm::of_item);
    ReviewJournal journal(table);
    const auto resumed = journal.resume(items);
    CHECK(resumed.decided == 1);
    CHECK(resumed.unknown == 1);
    journal.close(items);
    std::vector<ReviewItem> later = items_of({"y"}, FingerprintForm::of_item);
    ReviewJournal next(table);
    CHECK(next.resume(later).decided == 1);
    CHECK(later[0].decision.value == "Y");
    next.close(later);
    CHECK_FALSE(file_facts(table + ".review.jsonl"));
}

}  // namespace daicho
