#pragma once

#include <string>
#include <vector>

namespace daicho {

class Registry;

/// What of a registry answers questions about characters, for a record of what was done with it: the table,
/// its edition and the digest of the file, "mj_shrink 2018-01-22 sha256:275b57ec...", in order. The edition
/// is left out where nothing but the date of the file speaks of it.
std::vector<std::string> editions_of_character_data(const Registry& registry);

}  // namespace daicho
