#include "search/methods.hpp"

#include <algorithm>
#include <mutex>

#include "search/name_judge.hpp"
#include "search/parallel.hpp"
#include "search/shared_progress.hpp"

namespace marque {

namespace {

constexpr std::uint32_t rows_a_piece = 4096;

struct Piece {
  std::size_t part = 0;
  std::uint32_t begin = 0, end = 0;
};

std::vector<Piece> pieces_of(const IndexContents& index) {
  std::vector<Piece> pieces;
  for (std::size_t part = 0; part < index.parts().size(); ++part) {
    const std::uint32_t rows = index.parts()[part].size();
    for (std::uint32_t begin = 0; begin < rows; begin += std::min(rows_a_piece, rows - begin))
      pieces.push_back({part, begin, begin + std::min(rows_a_piece, rows - begin)});
  }
  return pieces;
}

}  // namespace

Result<std::vector<Candidate>> search_exhaustively(const IndexContents& index, const Subject& subject, const SearchLimits& limits,
                                                   const Progress& progress) {
  const Ranker ranker(index.rarity(), subject);
  const auto meaning = std::make_shared<const MeaningMatcher>(subject.comparable.view(), limits.dictionary, MeaningUse::many_names);
  const auto pieces = pieces_of(index);
  SharedProgress shared(progress, pieces.size());
  BestCandidates best(limits.top);
  std::mutex mutex;
  in_parallel(limits.threads, pieces.size(), [&](const auto& next) {
    NameJudge judge(index, subject, limits, ranker, meaning);
    for (std::size_t piece; next(piece) && !shared.stopped();) {
      for (std::uint32_t row = pieces[piece].begin; row < pieces[piece].end; ++row) judge.judge(pieces[piece].part, row);
      if (!shared.advance(1)) break;
    }
    const std::scoped_lock lock(mutex);
    best.add(judge.best());
  });
  if (shared.stopped()) return Error{ErrorCode::cancelled, "search cancelled"};
  return best.list();
}

}  // namespace marque
