#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace marque {

// What is taken from the cosine of two codes before it is compared with others, in thousandths: among many ways of looking
// some agrees by chance. Set on the drawings of half the marks of the evaluation set (tests/bench/logos.cpp).

/// For a mirrored or quarter-turned view; less where the cosine is above 3/4, and nothing at 1.
inline constexpr int turn_penalty = 50;

/// For a view that is not the whole, on each side.
inline constexpr int part_penalty = 50;

/// For a piece of no size beside the largest of its picture; for others in proportion to the side they lack.
inline constexpr int smallness_penalty = 120;

/// By LogoAlteration.
inline constexpr std::array<int, 4> alteration_penalties{0, 50, 50, 90};

// Long views leave most of their square empty, so that lines of words are alike whatever they say: a cosine counts by how much it is above
// a share of what views as long as the rounder of the two have by chance, in proportion to what is left to 1. By chance unrelated drawings three times as long
// as wide have 0.37 on average, those five times 0.58, rounder ones 0.06 (data/README.md); about half of it is taken: 0.16 and 0.34.

/// How many times as long as wide a view is at least to be taken for long.
inline constexpr double longish = 2.2;

/// What is taken from infinitely long views.
inline constexpr double strip_likeness = 0.6;

// Two views in common are less than two pictures in common. Of the best pair's closeness these shares are taken.

/// Of what all views of a picture agree less, on average, than the two that agree best.
inline constexpr double disagreement_share = 0.25;

/// Of what the pictures as wholes agree less than the two views that agree best.
inline constexpr double unlike_wholes_share = 0.05;

// The cosine counts at most so much, less so much for every sign that differs, in thousandths: two measures of the same angle
// have to agree, and what signs do not allow need not be looked at. A sign's worth is where half of them differ, as they do by chance:
// π / 192.
inline constexpr int signs_allow = 1876;
inline constexpr int sign_worth = 16;
inline constexpr std::uint32_t turn_signs = turn_penalty / sign_worth;  ///< what a turn costs, as signs

}  // namespace marque
