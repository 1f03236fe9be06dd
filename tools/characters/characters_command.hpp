#pragma once

#include <memory>

namespace daicho {

class Action;
class OptionList;

// `daicho characters NAME`, one file each: tools/characters/NAME.cpp, a line in the table of
// characters_command.cpp, a page docs/man/daicho-characters-NAME.1 and golden cases NAME... in
// tests/golden/characters.
std::unique_ptr<Action> add_characters_check(OptionList& list);
std::unique_ptr<Action> add_characters_detect(OptionList& list);
std::unique_ptr<Action> add_characters_repair(OptionList& list);
std::unique_ptr<Action> add_characters_shrink(OptionList& list);
std::unique_ptr<Action> add_characters_convert(OptionList& list);
std::unique_ptr<Action> add_characters_compare(OptionList& list);
std::unique_ptr<Action> add_characters_gaiji(OptionList& list);
std::unique_ptr<Action> add_characters_inventory(OptionList& list);
std::unique_ptr<Action> add_characters_identify(OptionList& list);

}  // namespace daicho
