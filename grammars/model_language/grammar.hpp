#pragma once

#include <string>
#include <vector>

#include "grammars/model_language/complaint.hpp"
#include "grammars/model_language/syntax.hpp"

/// The grammar of model files, one function a part. Each reads from `first`, moves it behind what was read
/// and gives false, and leaves it, where the part does not begin. A part that begins and goes wrong throws
/// Error.
namespace daicho::syntax {

// identifiers: localGovernmentCode · address.fullAddress · gif.core/Person · full-address-parts · MP01
bool read_name(const char*& first, const char* last, Reader& reader, Name& tree);
bool read_path(const char*& first, const char* last, Reader& reader, Name& tree);
bool read_qualified_name(const char*& first, const char* last, Reader& reader, Name& tree);
bool read_slug(const char*& first, const char* last, Reader& reader, Name& tree);
bool read_pattern_name(const char*& first, const char* last, Reader& reader, Name& tree);
// "…" on one line · /…/
bool read_text(const char*& first, const char* last, Reader& reader, std::string& tree);
bool read_regex(const char*& first, const char* last, Reader& reader, std::string& tree);
// "住所" en "Address" · alias "市区町村" "市町村"
bool read_label(const char*& first, const char* last, Reader& reader, Text& tree);
bool read_alias_group(const char*& first, const char* last, Reader& reader, std::vector<Alias>& tree);

bool read_expression(const char*& first, const char* last, Reader& reader, Expression& expression);
bool read_item(const char*& first, const char* last, Reader& reader, Item& item);
bool read_class(const char*& first, const char* last, Reader& reader, Class& value);
bool read_code_list(const char*& first, const char* last, Reader& reader, CodeList& list);
bool read_model(const char*& first, const char* last, Reader& reader, Model& model);

// source "…" commit "…" license "…"; · date range 1..9 · a whole .gift file
bool read_source(const char*& first, const char* last, Reader& reader, Source& source);
bool read_type(const char*& first, const char* last, Reader& reader, Type& type);
bool read_transform(const char*& first, const char* last, Reader& reader, Transform& transform);

}  // namespace daicho::syntax
