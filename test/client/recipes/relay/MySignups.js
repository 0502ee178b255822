import { graphql } from 'relay-runtime';

export default graphql`
  query MySignupsQuery {
    viewer {
      guardian {
        signups(first: 20) {
          nodes {
            id
            status
          }
        }
      }
    }
  }
`;
