#include "models/rules/families.hpp"

namespace daicho {

namespace {

// P: policy.
const Rule table[] = {
    {.id = {"P700"},
     .slug = "personal-data",
     .severity = Severity::warning,
     .blocks = Level::none,
     .title = {"公開データに個人情報", "Personal data in open data"},
     .message = {"列「{header}」に個人情報[（{detail}）]があるようです。公開してよいか確かめてください。",
                 "the column '{header}' seems to hold personal data[ ({detail})]; check whether it may be "
                 "published"},
     .why = {"公開するデータに、氏名や個人番号が残っていることがあります。",
             "Names or individual numbers are sometimes left in data that is to be published."},
     .fix = {"公開の根拠がなければ、その列を除いてください。",
             "Remove the column unless there is a ground to publish it."}},
};

}  // namespace

std::span<const Rule> policy_rules() {
    return table;
}

}  // namespace daicho
