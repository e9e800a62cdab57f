/** What somebody sees who opens the explorer for the first time: something that works, and where to go from there. */
export const firstQuery = `# The most urgent incidents and why they are severe.
# Ctrl-Space completes, Ctrl-Enter runs. Try a subscription too:
#   subscription { incidentChanged { kind incident { number title status } } }

query MostUrgent {
  incidents(first: 5, filter: { status: [OPEN, ACKNOWLEDGED] }) {
    totalCount
    nodes {
      number
      title
      severity
      status
      decision {
        score
        reason
      }
    }
  }
}
`;
