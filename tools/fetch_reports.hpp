#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "registries/fetch/fetcher.hpp"
#include "registries/fetch/publication.hpp"
#include "tools/session.hpp"

namespace daicho {

/// A source and what became of it.
struct FetchResult {
    Download download;
    FetchReport report;
};

/// One line for standard output: what became of a source.
std::string fetch_line(const FetchResult& result, const Session& session);
/// For people at the end: how many were fetched, and for each that was not why, and what to do.
std::string fetch_summary(std::span<const FetchResult> results, const std::string& folder,
                          const Session& session);
/// All of it as one JSON document.
std::string fetch_json(std::span<const FetchResult> results, const std::string& folder,
                       const Session& session);

/// The publications that have one of `words` in their id; all where there are none.
std::vector<Publication> listed_publications(std::span<const Publication> all,
                                             std::span<const std::string> words);
std::string publications_text(std::span<const Publication> publications, const Session& session);
std::string publications_json(std::span<const Publication> publications, const Session& session);

/// An indented line "NAME TEXT"; nothing where there is no text.
void add_field(std::string& out, std::string_view name, std::string_view text);

}  // namespace daicho
