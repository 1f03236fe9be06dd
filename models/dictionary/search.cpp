#include "models/dictionary/search.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "grammars/text/kana.hpp"
#include "grammars/text/nearest.hpp"
#include "models/dictionary/item_words.hpp"
#include "models/engine/embedded_models.hpp"
#include "models/engine/header.hpp"
#include "models/engine/tsv.hpp"

namespace daicho {

namespace {

/// How well a name has a word in it; the smaller the better. `called`: it is what the word stands for;
/// `meant`: it has it; `around`: the class or the model has it, not the item.
enum class Rank : unsigned char { whole, start, inside, called, meant, around };

/// What two names must share: that of headers, and hiragana is katakana.
std::string search_key(std::string_view text) {
    return katakana(header_key(text));
}

/// What a word stands for (synonyms.tsv); both are keys.
const std::multimap<std::string, std::string>& meant_words() {
    static const std::multimap<std::string, std::string> words = [] {
        std::multimap<std::string, std::string> made;
        for (const TsvRow& row : TsvTable(embedded_model_text("models/dictionary/synonyms.tsv")))
            made.emplace(search_key(row.get("word")), search_key(row.get("meant")));
        return made;
    }();
    return words;
}

/// Words to look for, folded.
class Query {
 public:
    explicit Query(std::span<const std::string> words) {
        for (const std::string& word : words) {
            keys_.push_back(search_key(word));
            whole_ += keys_.back();
        }
    }

    /// The rank of the word that is found worst, each in the name that has it best; that of all words as one
    /// where it is better. `around`: names of what a thing stands in; not all words may be found there alone.
    std::optional<Rank> rank(const std::vector<std::string_view>& names,
                             const std::vector<std::string_view>& around = {}) const {
        const std::vector<std::string> folded = folded_names(names), outside = folded_names(around);
        const std::optional<Rank> one = meant_rank(folded, whole_);
        Rank worst = Rank::whole;
        bool own = false;
        for (const std::string& key : keys_) {
            std::optional<Rank> best = meant_rank(folded, key);
            own = own || best;
            if (!best && meant_rank(outside, key)) best = Rank::around;
            if (!best) return one;
            worst = std::max(worst, *best);
        }
        if (!own && !keys_.empty()) return one;
        return one ? std::min(*one, worst) : worst;
    }

 private:
    static std::vector<std::string> folded_names(const std::vector<std::string_view>& names) {
        std::vector<std::string> folded;
        for (const std::string_view name : names) folded.push_back(search_key(name));
        return folded;
    }

    static std::optional<Rank> meant_rank(const std::vector<std::string>& folded, const std::string& key) {
        if (const auto best = best_rank(folded, key)) return best;
        const auto [from, to] = meant_words().equal_range(key);
        std::optional<Rank> best;
        for (auto other = from; other != to; ++other) {
            const auto rank = best_rank(folded, other->second);
            if (!rank) continue;
            const Rank through = *rank == Rank::whole ? Rank::called : Rank::meant;
            best = best ? std::min(*best, through) : through;
        }
        return best;
    }

    static std::optional<Rank> best_rank(const std::vector<std::string>& folded, const std::string& key) {
        std::optional<Rank> best;
        for (const std::string& name : folded) {
            const auto at = name.find(key);
            if (at == std::string::npos) continue;
            const Rank rank = name == key ? Rank::whole : at == 0 ? Rank::start : Rank::inside;
            best = best ? std::min(*best, rank) : rank;
        }
        return best;
    }

    std::vector<std::string> keys_;
    std::string whole_;  ///< the words one behind the other
};

/// "避難所の電話番号" is two words: a thing and what is asked of it.
std::vector<std::string> split_words(std::span<const std::string> words) {
    std::vector<std::string> parts;
    for (std::string rest : words) {
        for (std::size_t at = 0; (at = rest.find("の")) != std::string::npos;) {
            if (at > 0) parts.push_back(rest.substr(0, at));
            rest.erase(0, at + std::string_view("の").size());
        }
        if (!rest.empty()) parts.push_back(std::move(rest));
    }
    return parts;
}

/// The core is what others build on, and comes first among equals.
bool is_of_core(const ModelSource& source) {
    return source.tree.name.text.starts_with("gif.core.");
}

std::vector<std::string_view> searched_names_of(const syntax::Item& item) {
    std::vector<std::string_view> names{item.name.text, item.label.ja, item.label.en};
    for (const auto& alias : item.aliases) names.push_back(alias.text);
    return names;
}

std::vector<std::string_view> searched_names_of(const syntax::Code& code) {
    std::vector<std::string_view> names{code.code, code.label.ja, code.label.en};
    for (const auto& alias : code.aliases) names.push_back(alias.text);
    return names;
}

/// Calls f(place) with every item of the models compiled in.
template <class F>
void each_item(ModelSet& models, F&& f) {
    for (const ModelSource* source : models.sources()) {
        for (const auto& tree : source->tree.classes) {
            for (const auto& item : tree.items) f(DictionaryPlace{{source, &tree}, &item});
        }
    }
}

/// What was found, best first.
template <class T>
class Ranked {
 public:
    T& add(Rank rank, T thing) {
        things_.emplace_back(rank, std::move(thing));
        return things_.back().second;
    }
    void improve(std::size_t index, Rank rank) {
        things_[index].first = std::min(things_[index].first, rank);
    }
    T& operator[](std::size_t index) { return things_[index].second; }
    std::size_t size() const { return things_.size(); }

    /// `first`: what goes before others of its rank.
    template <class First>
    std::vector<T> take(const First& first) {
        const auto place = [&](const auto& one) { return std::pair(one.first, !first(one.second)); };
        std::ranges::stable_sort(things_, {}, place);
        std::vector<T> out;
        for (auto& [rank, thing] : things_) out.push_back(std::move(thing));
        return out;
    }

 private:
    std::vector<std::pair<Rank, T>> things_;
};

std::vector<FoundClass> search_classes(ModelSet& models, const Query& query) {
    Ranked<FoundClass> found;
    for (const ModelSource* source : models.sources()) {
        for (const auto& tree : source->tree.classes) {
            const auto rank = query.rank({tree.name.text, tree.label.ja, tree.label.en});
            if (rank) found.add(*rank, {source, &tree});
        }
    }
    return found.take([](const FoundClass& one) { return is_of_core(*one.source); });
}

std::vector<DictionaryItem> search_items(ModelSet& models, const Query& query) {
    Ranked<DictionaryItem> found;
    std::map<std::pair<std::string_view, std::string_view>, std::size_t> known;
    each_item(models, [&](const DictionaryPlace& place) {
        const syntax::Class& tree = *place.found.tree;
        const auto rank =
            query.rank(searched_names_of(*place.item), {tree.label.ja, tree.label.en, tree.name.text});
        if (!rank) return;
        const std::string& name = place.item->name.text;
        const std::string& label = place.item->label.ja;
        const auto [at, is_new] =
            known.emplace(std::pair<std::string_view, std::string_view>(name, label), found.size());
        if (is_new) found.add(*rank, {name, label, {}});
        found.improve(at->second, *rank);
        found[at->second].places.push_back(place);
    });
    std::vector<DictionaryItem> items = found.take([](const DictionaryItem& item) {
        return std::ranges::any_of(item.places,
                                   [](const auto& place) { return is_of_core(*place.found.source); });
    });
    for (DictionaryItem& item : items)
        std::stable_partition(item.places.begin(), item.places.end(),
                              [](const auto& place) { return is_of_core(*place.found.source); });
    return items;
}

std::vector<DictionaryCodes> search_codes(ModelSet& models, const Query& query) {
    Ranked<DictionaryCodes> found;
    for (const ModelSource* source : models.sources()) {
        for (const auto& list : source->tree.code_lists) {
            FoundCodes codes = models.find_codes(*source, list.name.text);
            if (const auto rank = query.rank({list.name.text, list.label.ja, list.label.en})) {
                found.add(*rank, {std::move(codes), true});
                continue;
            }
            Rank best = Rank::around;
            std::erase_if(codes.codes, [&](const syntax::Code& code) {
                const auto rank = query.rank(searched_names_of(code));
                if (rank) best = std::min(best, *rank);
                return !rank;
            });
            if (!codes.codes.empty()) found.add(best, {std::move(codes), false});
        }
    }
    return found.take([](const DictionaryCodes& one) { return is_of_core(*one.list.source); });
}

}  // namespace

DictionaryAnswer search_dictionary(ModelSet& models, std::span<const std::string> words) {
    const Query query(words);
    DictionaryAnswer answer{search_classes(models, query), search_items(models, query),
                            search_codes(models, query)};
    if (!answer.empty()) return answer;
    const std::vector<std::string> parts = split_words(words);
    if (parts.size() <= words.size()) return answer;
    const Query split(parts);
    return {search_classes(models, split), search_items(models, split), search_codes(models, split)};
}

std::vector<SameName> same_names(ModelSet& models, std::span<const std::string> words) {
    const Query query(words);
    std::map<std::string_view, std::vector<DictionaryPlace>> places;
    each_item(models, [&](const DictionaryPlace& place) {
        places[place.item->name.text].push_back(place);
        if (!place.item->label.ja.empty()) places[place.item->label.ja].push_back(place);
    });
    std::vector<SameName> found;
    for (const auto& [name, standing] : places) {
        std::set<std::string> types;
        for (const auto& place : standing) types.insert(type_in_words(place.item->type, Language::en));
        if (types.size() > 1 && query.rank({name})) found.push_back({std::string(name), standing});
    }
    return found;
}

std::vector<SameName> same_meanings(ModelSet& models, std::span<const std::string> words) {
    const Query query(words);
    std::map<std::string, std::vector<DictionaryPlace>> places;  // by folded label
    each_item(models, [&](const DictionaryPlace& place) {
        const syntax::Item& item = *place.item;
        const bool has_english_name = header_key(item.name.text) != header_key(item.label.ja);
        if (!item.label.ja.empty() && has_english_name) places[header_key(item.label.ja)].push_back(place);
    });
    std::vector<SameName> found;
    for (const auto& one : places) {
        const std::string& label = one.second.front().item->label.ja;
        std::set<std::string_view> names;
        for (const auto& place : one.second) names.insert(place.item->name.text);
        if (names.size() > 1 && query.rank({label})) found.push_back({label, one.second});
    }
    return found;
}

std::string nearest_name(ModelSet& models, std::string_view word) {
    std::vector<std::string> keys;
    std::vector<std::string_view> names;
    const auto add = [&](std::string_view name) {
        if (name.empty()) return;
        names.push_back(name);
        keys.push_back(search_key(name));
    };
    // The names of what a table is of before those of its items.
    const TsvTable synonyms(embedded_model_text("models/dictionary/synonyms.tsv"));
    std::vector<std::string> asked;
    for (const TsvRow& row : synonyms) asked.push_back(row.get("word"));
    for (const std::string& known : asked) add(known);
    for (const ModelSource* source : models.sources()) {
        for (const auto& tree : source->tree.classes) {
            for (const std::string_view name :
                 {std::string_view(tree.label.ja), std::string_view(tree.label.en),
                  std::string_view(tree.name.text)})
                add(name);
        }
    }
    each_item(models, [&](const DictionaryPlace& place) {
        for (const std::string_view name : searched_names_of(*place.item)) add(name);
    });
    const std::vector<std::string_view> views(keys.begin(), keys.end());
    const std::string_view near = nearest(search_key(word), views);
    const auto at = std::find_if(views.begin(), views.end(),
                                 [&](std::string_view key) { return !near.empty() && key == near; });
    return at == views.end() ? std::string()
                             : std::string(names[static_cast<std::size_t>(at - views.begin())]);
}

}  // namespace daicho
