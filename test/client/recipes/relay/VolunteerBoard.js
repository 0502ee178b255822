import { graphql } from 'relay-runtime';

export default graphql`
  query VolunteerBoardQuery {
    upcomingShifts(first: 50) {
      nodes {
        id
        roles(first: 10) {
          nodes {
            id
            name
            freePlaces
          }
        }
      }
    }
  }
`;
