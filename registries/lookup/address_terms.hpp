#pragma once

#include "grammars/base/language.hpp"
#include "registries/address/address_answer.hpp"
#include "registries/lookup/answer_field.hpp"

/// The words in which answers about addresses speak to programs and people.
namespace daicho {

AnswerTerm term_of(MatchLevel level);
AnswerTerm term_of(AddressCategory category);  ///< "A", with what it means
/// The reason of an answer; where nothing was found there is always one.
AddressReason told_reason(const AddressAnswer& answer);
AnswerTerm term_of(AddressReason reason);  ///< "town-not-found"
AnswerTerm term_of(AddressChangeKind kind);

/// The reason where the registry has nothing of the municipality.
extern const AnswerTerm municipality_not_covered;

/// What somebody can do about it; empty where there is nothing to do.
Text advice_of(AddressReason reason);

}  // namespace daicho
