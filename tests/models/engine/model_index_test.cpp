#include "models/engine/model_index.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

#include "models/engine/embedded_models.hpp"
#include "models/engine/model_choice.hpp"
#include "models/engine/model_set.hpp"

using daicho::ModelFit;
using daicho::ModelIndex;
using daicho::ModelSet;

TEST_CASE("the index that is compiled in is that of the models that are compiled in") {
    CHECK(daicho::embedded_model_index().front().text == daicho::make_model_index());
}

TEST_CASE("the index knows the files, classes and code lists of the models") {
    ModelSet models;
    const ModelIndex& index = models.index();
    const auto sources = models.sources();
    REQUIRE(sources.size() == index.files().size());
    std::size_t classes = 0, lists = 0;
    for (std::size_t i = 0; i < sources.size(); ++i) {
        CHECK(sources[i]->path == index.files()[i].path);
        CHECK(sources[i]->tree.name.text == index.files()[i].model);
        for (const auto& tree : sources[i]->tree.classes) {
            REQUIRE(classes < index.classes().size());
            const auto& entry = index.classes()[classes++];
            CHECK(entry.file == i);
            CHECK(entry.name == tree.name.text);
            CHECK(entry.ja == tree.label.ja);
        }
        lists += sources[i]->tree.code_lists.size();
    }
    CHECK(classes == index.classes().size());
    CHECK(lists == index.code_lists().size());
}

TEST_CASE("every header of an item is counted for its class, and no other is") {
    ModelSet models;
    const ModelIndex& index = models.index();
    for (std::size_t number = 0; number < index.classes().size(); ++number) {
        if (index.classes()[number].part) continue;
        for (const auto& slot : models.get(number).slots) {
            for (const auto& name : slot.names) {
                const auto known = std::ranges::count(index.classes_knowing(name.key), number);
                if (known == (name.key.empty() ? 0 : 1)) continue;
                CAPTURE(index.classes()[number].name, name.key);
                FAIL_CHECK("the class is counted " << known << " times");
            }
        }
    }
    for (const std::string header : {"ぬるぽ", "", "・", "keys", "\n"}) {
        CHECK(index.classes_knowing(header).empty());
    }
}

namespace {

/// All classes compared, as if there were no index.
std::vector<ModelFit> rank_all(ModelSet& models, const std::vector<std::string>& headers,
                               const std::vector<daicho::ColumnEvidence>& evidence, std::size_t most) {
    std::vector<ModelFit> ranked;
    for (std::size_t number = 0; number < models.index().classes().size(); ++number) {
        if (models.index().classes()[number].part) continue;
        const auto& model = models.get(number);
        const auto binding = daicho::bind_columns(model, headers, evidence);
        if (binding.bound() > 0)
            ranked.push_back({&model, daicho::fit(models.index(), model, binding, headers)});
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const ModelFit& a, const ModelFit& b) { return a.fit > b.fit; });
    ranked.resize(std::min(ranked.size(), most));
    return ranked;
}

void check_same_rank(ModelSet& models, const std::vector<std::string>& headers,
                     const std::vector<daicho::ColumnEvidence>& evidence) {
    for (const std::size_t most : {1, 3}) {
        const auto expected = rank_all(models, headers, evidence, most);
        const auto found = daicho::rank_models(models, headers, evidence, most);
        REQUIRE(found.size() == expected.size());
        for (std::size_t i = 0; i < found.size(); ++i) {
            CHECK(found[i].model->name == expected[i].model->name);
            CHECK(found[i].fit == expected[i].fit);
        }
    }
}

}  // namespace

TEST_CASE("the best fits are those that are found when all classes are compared") {
    ModelSet models;
    constexpr std::size_t sampled = 17;  // comparing all with all takes the square of their number
    for (std::size_t number = 0; number < models.index().classes().size(); number += sampled) {
        const auto& model = models.get(number);
        CAPTURE(model.name);
        std::vector<std::string> headers;
        std::vector<daicho::ColumnEvidence> evidence;
        const std::size_t step = 1 + number % 3 + model.slots.size() / 40;  // not all of a large class
        for (std::size_t i = 0; i < model.slots.size(); i += step) {
            // Some columns are known by their content alone.
            const bool named = i % 4 != 3;
            headers.push_back(named ? model.slots[i].long_label : "列" + std::to_string(i));
            evidence.push_back({model.slots[i].kind, true});
        }
        check_same_rank(models, headers, evidence);
        check_same_rank(models, headers, {});
    }
    check_same_rank(models, {"電話番号1", "電話番号2", "氏名", "ID群[2].ID", "連絡先情報_連絡先電話番号2"},
                    {});
    check_same_rank(models, {"名称", "住所", "備考", "ぬるぽ", "", "がっ"}, {});
    check_same_rank(models, {"", "", ""}, {});
    check_same_rank(models, {}, {});
}
