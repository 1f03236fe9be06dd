#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace daicho {

/// A reading that a text may be.
struct AskedReading {
    std::string key;         ///< `corporate_kana_key`
    std::string_view forms;  ///< the legal forms that it speaks of, separated by spaces; empty: of none
};

/// What `text` may be the reading of: the kana name of a payee, or kana with the legal form and without it.
/// Empty: it is none. Views live as long as the program.
std::vector<AskedReading> readings_of(std::string_view text);

/// Whether a corporation of this kind (301, as the register has it; 0: not known) and with this form in its
/// name
/// (`NameDocument::form`) may be of one of the forms, separated by spaces; of no forms every one is.
bool form_agrees(std::string_view forms, std::uint16_t kind, unsigned char form);

}  // namespace daicho
