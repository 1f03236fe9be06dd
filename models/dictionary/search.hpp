#pragma once

#include <span>
#include <string>
#include <vector>

#include "models/engine/model_set.hpp"

namespace daicho {

/// An item where it stands.
struct DictionaryPlace {
    FoundClass found;
    const syntax::Item* item = nullptr;
};

/// Items of one name and label, wherever they stand.
struct DictionaryItem {
    std::string name;
    std::string label;
    std::vector<DictionaryPlace> places;
};

/// Codes of a list that were found; all of them where the list itself was.
struct DictionaryCodes {
    FoundCodes list;  ///< with the codes found only
    bool whole = false;
};

/// What the models say of some words. Points into the `ModelSet`.
struct DictionaryAnswer {
    std::vector<FoundClass> classes;
    std::vector<DictionaryItem> items;
    std::vector<DictionaryCodes> code_lists;

    bool empty() const { return classes.empty() && items.empty() && code_lists.empty(); }
};

/// Everything of the models compiled in whose names have all of `words` in them: classes, items and their
/// other names, code lists, codes and their labels. A word of an item may be one of its class (避難所
/// 電話番号), or stand for another (synonyms.tsv); 避難所の電話番号 is two words where it is found nowhere.
/// Compared by `header_key`, hiragana as katakana; best first, among equals the core, else in the order of
/// the files.
DictionaryAnswer search_dictionary(ModelSet& models, std::span<const std::string> words);

/// One name of items that differ in what it does not say.
struct SameName {
    std::string name;
    std::vector<DictionaryPlace> places;
};

/// The names, English and Japanese, that stand for items of different types in different classes; only those
/// that have all of `words` in them.
std::vector<SameName> same_names(ModelSet& models, std::span<const std::string> words);

/// The Japanese labels under which items of different English names stand; only those that have all of
/// `words` in them. Items whose name is their label do not count.
std::vector<SameName> same_meanings(ModelSet& models, std::span<const std::string> words);

/// The name of an item that `word` was perhaps meant to be, or empty.
std::string nearest_name(ModelSet& models, std::string_view word);

}  // namespace daicho
