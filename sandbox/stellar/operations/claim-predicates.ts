import { xdr } from "@stellar/stellar-sdk";

const Predicate = xdr.ClaimPredicate;

/** Times that count from the creation become moments, as the network stores them. */
export function toAbsolute({ v0 }: xdr.Claimant, nowSeconds: number): xdr.Claimant {
  const predicate = absolute(v0.predicate, nowSeconds);
  return xdr.Claimant.claimantTypeV0(new xdr.ClaimantV0({ destination: v0.destination, predicate }));
}

function absolute(predicate: xdr.ClaimPredicate, nowSeconds: number): xdr.ClaimPredicate {
  switch (predicate.type) {
    case "claimPredicateBeforeRelativeTime":
      return Predicate.claimPredicateBeforeAbsoluteTime(BigInt(nowSeconds) + predicate.relBefore);
    case "claimPredicateAnd":
      return Predicate.claimPredicateAnd(predicate.andPredicates.map((each) => absolute(each, nowSeconds)));
    case "claimPredicateOr":
      return Predicate.claimPredicateOr(predicate.orPredicates.map((each) => absolute(each, nowSeconds)));
    case "claimPredicateNot":
      return Predicate.claimPredicateNot(
        predicate.notPredicate === null ? null : absolute(predicate.notPredicate, nowSeconds),
      );
    default:
      return predicate;
  }
}

export function allows(predicate: xdr.ClaimPredicate, nowSeconds: number): boolean {
  switch (predicate.type) {
    case "claimPredicateUnconditional":
      return true;
    case "claimPredicateAnd":
      return predicate.andPredicates.every((each) => allows(each, nowSeconds));
    case "claimPredicateOr":
      return predicate.orPredicates.some((each) => allows(each, nowSeconds));
    case "claimPredicateNot":
      return predicate.notPredicate === null || !allows(predicate.notPredicate, nowSeconds);
    case "claimPredicateBeforeAbsoluteTime":
      return BigInt(nowSeconds) < predicate.absBefore;
    case "claimPredicateBeforeRelativeTime":
      return false;
  }
}
